using NewsEducator.Compliance.Grounding;
using NewsEducator.Compliance.Grounding.Alignment;
using NewsEducator.Compliance.Grounding.Facts;
using NewsEducator.Conformance;
using NewsEducator.Conformance.Claims;
using NewsEducator.Conformance.Threads;
using NewsEducator.Contracts;

namespace NewsEducator.Doubts;

/// <summary>A claim beside its place, with its quote or without.</summary>
/// <param name="Thread">Examples of one thread are left out together.</param>
/// <param name="IsFlagged">By a rule, whatever the score.</param>
/// <param name="MayBeDoubted">It says enough for the score to doubt it.</param>
internal sealed record Example(
    string Thread,
    string Kind,
    bool IsFalse,
    bool IsFlagged,
    bool MayBeDoubted,
    bool HasQuote,
    double[] Features
)
{
    /// <summary>Rows that are compared with nothing are left out: inferences, what a source does not say, and what shares no word with it.
    /// </summary>
    public static IReadOnlyList<Example> Read(IEnumerable<string> folders) => [.. folders.SelectMany(Read)];

    private static IEnumerable<Example> Read(string folder)
    {
        var rows = JsonLines.Read<ClaimRow>(new DirectoryInfo(folder), "claims.jsonl").ToList();
        var threads = JsonLines.Read<LabelledThread>(ClaimsSuite.ThreadsOf(new DirectoryInfo(folder)), "labelled.jsonl");
        var sources = threads
            .Where(thread => rows.Exists(row => row.Thread == thread.Id))
            .ToDictionary(thread => thread.Id, thread => ThreadSnapshot.Of(thread));
        foreach (var row in rows)
        {
            foreach (var quote in new[] { row.Quote, null }.Distinct())
            {
                if (Of(row with { Quote = quote }, sources[row.Thread]) is { } example)
                {
                    yield return example;
                }
            }
        }
    }

    private static Example? Of(ClaimRow row, Snapshot source)
    {
        var facts = new SourceFacts(source);
        var grounded = SentenceGrounding.Check(ScreenedClaim.SummaryOf(row, source, withQuote: true), facts).Single();
        var quote = row.Quote is null ? null : facts.FindQuote(row.Quote);
        var across = CrossLanguage.Of(row.Sentence, quote, facts);
        return grounded.Support != Support.Inference && !IsOfSilence(row) && across.Features is { } features
            ? new Example(
                row.Thread,
                row.Kind,
                !row.True,
                IsFlaggedByRule(grounded, across),
                across.MayBeDoubted,
                row.Quote is not null,
                features
            )
            : null;
    }

    private static bool IsOfSilence(ClaimRow row) => row.Sentence.Contains("来源未说明", StringComparison.Ordinal);

    private static bool IsFlaggedByRule(GroundedSentence grounded, CrossLanguage.Found across) =>
        grounded.IsFalse || across.IsForeign || grounded.Doubts.Any(doubt => doubt.Rule != Doubt.Unlikely);
}
