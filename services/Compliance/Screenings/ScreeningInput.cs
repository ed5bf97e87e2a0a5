using NewsEducator.Compliance.Grounding;
using NewsEducator.Compliance.Grounding.Facts;
using NewsEducator.Compliance.Opinions;
using NewsEducator.Compliance.Policies;
using NewsEducator.Contracts;

namespace NewsEducator.Compliance.Screenings;

/// <summary>What the rules look at: one snapshot, one summary, and what was worked out of them once for all rules.</summary>
internal sealed class ScreeningInput
{
    public ScreeningInput(
        Snapshot snapshot,
        SourceItem source,
        SummaryContent summary,
        Policy policy,
        IReadOnlyList<Snapshot>? related = null
    )
    {
        Snapshot = snapshot;
        Source = source;
        Summary = summary;
        Policy = policy;
        Related = related ?? [];
        Facts = new SourceFacts(snapshot);
        Sentences = SentenceGrounding.Check(summary, Facts);
    }

    public Snapshot Snapshot { get; }

    public SourceItem Source { get; }

    public SummaryContent Summary { get; }

    public Policy Policy { get; private set; }

    /// <summary>Other sources of the same event.</summary>
    public IReadOnlyList<Snapshot> Related { get; }

    /// <summary>A model's; null where none was asked or none answered.</summary>
    public Opinion? Opinion { get; private set; }

    public SourceFacts Facts { get; }

    public IReadOnlyList<GroundedSentence> Sentences { get; }

    /// <returns>The same under another policy; what was worked out holds for both.</returns>
    public ScreeningInput Under(Policy policy)
    {
        var copy = (ScreeningInput)MemberwiseClone();
        copy.Policy = policy;
        return copy;
    }

    /// <returns>The same with what a model said of it.</returns>
    public ScreeningInput With(Opinion? opinion)
    {
        var copy = (ScreeningInput)MemberwiseClone();
        copy.Opinion = opinion;
        return copy;
    }
}
