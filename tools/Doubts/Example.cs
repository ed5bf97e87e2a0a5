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
/// <param name="IsMade">A <see cref="Variation"/> of a true row.</param>
internal sealed record Example(string Thread, string Kind, bool IsFalse, bool IsFlagged, bool HasQuote, bool IsMade, double[] Features)
{
    private const double WeightOfMade = 0.1;

    /// <summary>In the fit. Variations are many, and easier than what people write.</summary>
    public double Weight => IsMade ? WeightOfMade : 1;

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
            var made = row.True ? Variation.Of(row.Sentence).Select(sentence => row with { Sentence = sentence, True = false }) : [];
            foreach (var each in made.Prepend(row))
            {
                foreach (var quote in new[] { row.Quote, null }.Distinct())
                {
                    if (Of(each with { Quote = quote }, sources[row.Thread], each != row) is { } example)
                    {
                        yield return example;
                    }
                }
            }
        }
    }

    private static Example? Of(ClaimRow row, Snapshot source, bool isMade)
    {
        var screened = ScreenedClaim.Of(row, source, withQuote: true);
        var facts = new SourceFacts(source);
        var quote = row.Quote is null ? null : facts.FindQuote(row.Quote);
        return screened.Check.State != SentenceState.Inference && CrossLanguage.Of(row.Sentence, quote, facts).Features is { } features
            ? new Example(row.Thread, row.Kind, !row.True, IsFlaggedByRule(screened), row.Quote is not null, isMade, features)
            : null;
    }

    private static bool IsFlaggedByRule(ScreenedClaim claim) =>
        claim.Check.State == SentenceState.Contradicted || claim.Alarms.Any(alarm => alarm.Rule != Doubt.Unlikely);
}
