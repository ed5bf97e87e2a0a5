using System.Text.Json;
using NewsEducator.Contracts;
using NewsEducator.Testing;

namespace NewsEducator.Summarizer.Tests.Types;

public sealed class TypeClassifierTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("seed/pytorch-118234.md", ItemTypes.Incident)]
    [InlineData("seed/typescript-56789.md", ItemTypes.Debate)]
    [InlineData("seed/nextjs-59001.md", ItemTypes.ProductionIncident)]
    [InlineData("seed/llama3-12.md", ItemTypes.Tutorial)]
    [InlineData("seed/paper-2401.04088.md", ItemTypes.MethodDebate)]
    [InlineData("incidents/video-etcd.md", ItemTypes.IncidentVideo)]
    [InlineData("incidents/ledger-412.md", ItemTypes.ProductionIncident)]
    [InlineData("advisories/GHSA-7qxm-3f9v-w2rc.md", ItemTypes.Advisory)]
    [InlineData("debates/ledger-405.md", ItemTypes.Debate)]
    [InlineData("debates/paper-speculative.md", ItemTypes.MethodDebate)]
    [InlineData("tutorials/heron-34.md", ItemTypes.Comparison)]
    [InlineData("tutorials/video-flamegraph.md", ItemTypes.Tutorial)]
    public void A_thread_has_the_type_a_reader_would_give_it(string file, string type)
    {
        SomeJudge.Shipped.Judge(SampleDay.Thread(file)).Type.ShouldBe(type);
    }

    [Theory]
    [InlineData("incidents", ItemTypes.Incident)]
    [InlineData("debates", ItemTypes.Debate)]
    [InlineData("tutorials", ItemTypes.Tutorial)]
    public void Most_of_a_folder_is_of_its_family(string folder, string family)
    {
        var families = SampleDay.Threads(folder).Select(thread => ItemTypes.FamilyOf(SomeJudge.Shipped.Judge(thread).Type)).ToList();

        families.Count(each => each == family).ShouldBeGreaterThanOrEqualTo(families.Count - 2);
    }

    [Fact]
    public void Labelled_threads_get_their_family_far_more_often_than_by_chance()
    {
        var corpus = Path.Combine(Repository.Root, "..", "shared", "corpus", "threads", "labelled.jsonl");
        Assert.SkipUnless(File.Exists(corpus), "The corpus of labelled threads is not beside the repository.");
        var rows = File.ReadLines(corpus)
            .Select(line => JsonSerializer.Deserialize<Row>(line, JsonSerializerOptions.Web)!)
            .Where(row => row.Worth_review)
            .ToList();

        var right = rows.Count(row =>
        {
            var found = LabelOf(SomeJudge.Shipped.Judge(row.ToSnapshot()).Type);
            var isRight = found == row.Label || found == row.Also_acceptable;
            output.WriteLine($"{(isRight ? "   " : "!! ")}{row.Label} -> {found}: {row.Title}");
            return isRight;
        });

        output.WriteLine($"{right} of {rows.Count} right, {(double)right / rows.Count:P1}");
        ((double)right / rows.Count).ShouldBeGreaterThan(0.85);
    }

    private static string LabelOf(string type) =>
        type switch
        {
            ItemTypes.Advisory => "security",
            _ => ItemTypes.FamilyOf(type) switch
            {
                ItemTypes.Incident => "incident",
                ItemTypes.Debate => "debate",
                _ => "tutorial",
            },
        };

    private sealed record Row(string Label, string? Also_acceptable, bool Worth_review, string Kind, string Title, string? Body)
    {
        public Snapshot ToSnapshot() =>
            SomeSource.Snapshot(
                Kind.StartsWith("github", StringComparison.Ordinal) ? SourceKind.GitHubIssue : SourceKind.Article,
                Title,
                SomeSource.Body(Body ?? "")
            );
    }
}
