using NewsEducator.Summarizer.Extraction;

namespace NewsEducator.Summarizer.Tests.Extraction;

public sealed class CentralityTests
{
    [Fact]
    public void The_sentence_that_shares_most_with_the_others_is_the_most_central()
    {
        var ranks = Of(
            "The replica lagged behind the primary.",
            "The replica lagged because the primary paused its writer.",
            "The writer of the primary paused for a checkpoint.",
            "Lunch was served at noon."
        );

        ranks[1].ShouldBe(1);
        ranks[3].ShouldBeLessThan(0.9);
    }

    [Fact]
    public void The_steps_along_the_edges_are_those_of_the_built_graph()
    {
        string[] sentences = ["cache miss storm", "cache stampede storm", "stampede lock queue", "queue overflow"];

        Of(sentences).Zip(ByGraph(sentences)).ShouldAllBe(pair => Math.Abs(pair.First - pair.Second) < 1e-4);
    }

    [Fact]
    public void Without_words_all_are_equal()
    {
        Of("!", "?").ShouldBe([1, 1]);
        Of().ShouldBeEmpty();
    }

    private static double[] Of(params string[] sentences) => Centrality.Of(Passages.Of("", sentences));

    private static double[] ByGraph(string[] sentences)
    {
        var sets = Passages.Of("", sentences).Select(passage => passage.Words.Stems.ToHashSet()).ToList();
        double Weight(int word) => Math.Log(1 + ((double)sets.Count / sets.Count(set => set.Contains(word))));
        double Length(HashSet<int> set) => Math.Sqrt(set.Sum(word => Math.Pow(Weight(word), 2)));
        var edges = sets.Select(one =>
                sets.Select(other => one.Intersect(other).Sum(word => Math.Pow(Weight(word), 2)) / (Length(one) * Length(other))).ToArray()
            )
            .ToArray();
        var rank = sets.Select(_ => 1.0 / sets.Count).ToArray();
        for (var step = 0; step < 200; step++)
        {
            rank =
            [
                .. edges.Select(
                    (_, to) => (0.15 / sets.Count) + (0.85 * rank.Select((each, from) => each * edges[from][to] / edges[from].Sum()).Sum())
                ),
            ];
        }

        return [.. rank.Select(each => each / rank.Max())];
    }
}
