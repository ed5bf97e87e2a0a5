using NewsEducator.Compliance.Grounding;
using NewsEducator.Compliance.Grounding.Facts;
using NewsEducator.Compliance.Grounding.Places;
using NewsEducator.Contracts;

namespace NewsEducator.Compliance.Drift;

/// <summary>Holds a published text against what its source says now. Pure.</summary>
internal static class PublishedText
{
    // Less of the old words than this is another matter that happens to share some.
    private const double SamePlace = 0.3;

    /// <param name="content">As it was approved.</param>
    /// <param name="was">What the approval rested on.</param>
    /// <param name="now">What the source says now; null where it is gone.</param>
    /// <returns>The sentences that were supported and are no longer.</returns>
    public static IReadOnlyList<LostSentence> Lost(ApprovedContent content, Snapshot was, Snapshot? now)
    {
        var facts = now is null ? null : new SourceFacts(now);
        var held = facts is null ? [] : Check(content, facts).ConvertAll(IsSupported);
        return
        [
            .. Check(content, new SourceFacts(was))
                .Where((sentence, at) => IsSupported(sentence) && !held.ElementAtOrDefault(at))
                .Select(sentence => Describe(sentence, facts)),
        ];
    }

    /// <returns>The published summary without what was lost; null where nothing is left.</returns>
    public static string? Without(ApprovedContent content, IReadOnlyList<LostSentence> lost)
    {
        var gone = lost.Select(sentence => sentence.Sentence).ToHashSet();
        var kept = content.Claims.Select(claim => claim.Sentence).Where(sentence => !gone.Contains(sentence)).ToList();
        return kept.Count == 0 ? null : string.Join(content.Language.StartsWith("zh", StringComparison.Ordinal) ? "" : " ", kept);
    }

    /// <summary>A sentence by the quote that it was approved with, and by whatever else the source may back it with.</summary>
    private sealed record Sentence(GroundedSentence Quoted, GroundedSentence Anew);

    private static List<Sentence> Check(ApprovedContent content, SourceFacts facts) =>
        [
            .. SentenceGrounding
                .Check(SummaryOf(content, withQuotes: true), facts)
                .Zip(SentenceGrounding.Check(SummaryOf(content, withQuotes: false), facts), (quoted, anew) => new Sentence(quoted, anew)),
        ];

    private static bool IsSupported(Sentence sentence) =>
        sentence is { Quoted.Support: Support.Supported } or { Anew.Support: Support.Supported };

    /// <summary>Points at what of the evidence is not there any more; all of it may be, where the sentence fails for another
    /// reason.</summary>
    private static LostSentence Describe(Sentence sentence, SourceFacts? facts)
    {
        List<EvidenceSpan> evidence = [.. sentence.Quoted.Check.Evidence, .. sentence.Anew.Check.Evidence];
        var was = evidence.Find(span => facts?.FindQuote(span.Text) is null) ?? evidence.FirstOrDefault();
        return new LostSentence
        {
            Sentence = sentence.Quoted.Check.Text,
            Was = was,
            Now = was is null || facts is null ? null : Counterpart(was, facts),
        };
    }

    private static EvidenceSpan? Counterpart(EvidenceSpan old, SourceFacts facts) =>
        BestPlace.Of(old.Text, facts.Wording) is { Share: >= SamePlace } place ? facts.SpanOf(place.Span) : null;

    private static SummaryContent SummaryOf(ApprovedContent content, bool withQuotes) =>
        new()
        {
            Title = content.Title,
            Type = content.Type,
            Text = string.Concat(content.Claims.Select(claim => claim.Sentence)),
            Concept = content.Concept,
            Language = content.Language,
            Claims = [.. content.Claims.Select(claim => withQuotes ? claim : claim with { Quote = null })],
        };
}
