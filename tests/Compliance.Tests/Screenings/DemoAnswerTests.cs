using NewsEducator.Contracts;
using NewsEducator.Testing;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace NewsEducator.Compliance.Tests.Screenings;

/// <summary>What the demo's scripted model says of the sample items: three lies are caught, one is left to the reader, and nothing true is
/// called wrong.</summary>
public sealed class DemoAnswerTests
{
    [Fact]
    public void Lies_end_as_planned_and_true_sentences_raise_no_alarm()
    {
        var screened = Answers().SelectMany(Screened).ToList();

        screened
            .Where(each => each.Planted is not null && !each.State.ToString().Equals(each.Planted, StringComparison.OrdinalIgnoreCase))
            .ShouldBeEmpty();
        screened.Count(each => each.Planted == "contradicted").ShouldBe(3);
        screened.Count(each => each.Planted == "unchecked").ShouldBe(1);
        screened.Where(each => each is { Planted: null, State: SentenceState.Contradicted }).ShouldBeEmpty();
    }

    [Fact]
    public void Without_its_lie_each_summary_passes()
    {
        foreach (var answer in Answers())
        {
            var honest = answer.Summary.Where(sentence => sentence.Planted is null).ToList();
            var outcome = Some.Screened(ThreadOf(answer), ContentOf(answer, honest));
            outcome.Verdict.ShouldBe(
                Verdict.Pass,
                $"{answer.Item}: {string.Join(" | ", outcome.Findings.Select(finding => $"{finding.Rule} {finding.MessageEn}"))}"
            );
        }
    }

    private static IEnumerable<(string? Planted, SentenceState State, string Text, string Findings)> Screened(Answer answer)
    {
        var outcome = Some.Screened(ThreadOf(answer), ContentOf(answer, answer.Summary));
        var findings = string.Join(" | ", outcome.Findings.Select(finding => $"{finding.Rule} {finding.MessageEn}"));
        return outcome.Sentences.Select(
            (check, index) => (answer.Summary[index].Planted, check.State, answer.Summary[index].Text, findings)
        );
    }

    private static SummaryContent ContentOf(Answer answer, List<Sentence> sentences) =>
        Some.Summary(
            string.Concat(sentences.Select(sentence => sentence.Text)),
            answer.Title,
            sentences.Select(sentence => new Claim { Sentence = sentence.Text, Quote = sentence.Quote })
        ) with
        {
            Type = answer.Type,
        };

    private static Snapshot ThreadOf(Answer answer)
    {
        var day = Path.Combine(Repository.Root, "samples", "day");
        var file = Directory
            .EnumerateFiles(day, "*.md", SearchOption.AllDirectories)
            .Single(path =>
                File.ReadLines(path).Skip(1).Take(4).Any(line => line == $"id: {answer.Item}" || line == $"id: \"{answer.Item}\"")
            );
        return SampleDay.Thread(Path.GetRelativePath(day, file));
    }

    private static List<Answer> Answers()
    {
        var yaml = new DeserializerBuilder().WithNamingConvention(CamelCaseNamingConvention.Instance).IgnoreUnmatchedProperties().Build();
        return
        [
            .. Directory
                .EnumerateFiles(Path.Combine(Repository.Root, "samples", "answers"), "*.yaml")
                .Order(StringComparer.Ordinal)
                .Select(path => yaml.Deserialize<Answer>(File.ReadAllText(path))),
        ];
    }

    internal sealed record Answer
    {
        public string Item { get; init; } = "";
        public string Title { get; init; } = "";
        public string Type { get; init; } = "";
        public List<Sentence> Summary { get; init; } = [];
    }

    internal sealed record Sentence
    {
        public string Text { get; init; } = "";
        public string? Quote { get; init; }
        public string? Planted { get; init; }
    }
}
