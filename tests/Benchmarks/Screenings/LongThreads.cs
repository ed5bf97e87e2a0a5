using System.Text.RegularExpressions;
using NewsEducator.Contracts;
using NewsEducator.Summarizer.Concepts;
using NewsEducator.Summarizer.Embeddings;
using NewsEducator.Summarizer.Extraction;
using NewsEducator.Summarizer.Judging;
using NewsEducator.Testing;

namespace NewsEducator.Benchmarks.Screenings;

/// <summary>The threads of the sample day, each followed by others up to one length.</summary>
internal static partial class LongThreads
{
    public const int Length = 20_000;
    private const string Address = "https://github.com/northwind-labs/ledger/issues/1";

    public static List<(Snapshot Snapshot, SourceItem Source, SummaryContent Summary)> Read()
    {
        using var encoder = new SentenceEncoder();
        var judge = new ItemJudge(ConceptMap.Load(), JudgeModel.Load(), encoder);
        var texts = Directory
            .EnumerateFiles(Path.Combine(Repository.Root, "samples", "day"), "*.md", SearchOption.AllDirectories)
            .Where(path => !path.Contains("hostile", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(path => Head().Replace(File.ReadAllText(path), ""))
            .ToList();
        return
        [
            .. from first in Enumerable.Range(0, texts.Count)
            let body = string.Join("\n\n", texts.Concat(texts).Concat(texts).Skip(first))[..Length]
            let snapshot = SnapshotOf(body)
            select (
                snapshot,
                SomeSource.Source(snapshot),
                ExtractiveEngine.Write(SnapshotOf(texts[first]), judge.Judge(SnapshotOf(texts[first])))
            ),
        ];
    }

    private static Snapshot SnapshotOf(string body) =>
        new()
        {
            Id = new string('a', 64),
            ItemId = ItemIds.ForUrl(Address),
            Kind = SourceKind.GitHubIssue,
            CanonicalUrl = Address,
            FinalUrl = Address,
            Title = "Title",
            Author = "mira-kask",
            PublishedAt = DateTimeOffset.UnixEpoch,
            UpdatedAt = DateTimeOffset.UnixEpoch,
            FetchedAt = DateTimeOffset.UnixEpoch,
            Text = body,
            Sections =
            [
                new SnapshotSection
                {
                    Kind = SectionKind.Body,
                    Start = 0,
                    Length = body.Length,
                },
            ],
        };

    [GeneratedRegex(@"\A---\n(?:.*\n)*?---\n|^===.*$", RegexOptions.Multiline)]
    private static partial Regex Head();
}
