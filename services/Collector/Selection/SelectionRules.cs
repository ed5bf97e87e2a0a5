using Microsoft.Extensions.Options;
using NewsEducator.Collector.Connectors;
using NewsEducator.Collector.Snapshots;
using NewsEducator.Contracts;

namespace NewsEducator.Collector.Selection;

/// <summary>The rules in their order, with the configured thresholds.</summary>
internal sealed class SelectionRules(IOptions<SelectionOptions> selection, IOptions<CollectorOptions> collector)
{
    /// <summary>What can be said before anything is fetched.</summary>
    public Drop? Judge(ItemFacts facts) => NoiseFilter.Find(facts) ?? (facts.IsNamedOnly ? null : Signal.Lacks(facts, selection.Value));

    /// <summary>What the text shows.</summary>
    public Drop? Judge(ItemFacts facts, SnapshotText text, double score) =>
        Judge(facts)
        ?? JudgeContent(facts, text.Words)
        ?? (
            score < selection.Value.LowestScore
                ? new Drop(DropReason.LowSignal, $"评分 {score:0.0}，低于 {selection.Value.LowestScore:0.0}")
                : null
        );

    /// <summary>Whether there is anything in it to review, whoever cares.</summary>
    public Drop? JudgeContent(ItemFacts facts, string words) =>
        NoiseFilter.Find(facts)
        ?? (words.Length < selection.Value.ShortestText ? new Drop(DropReason.Empty, "只有标题，没有可核对的内容") : null);

    /// <param name="facts">Of the item.</param>
    /// <param name="text">Its text.</param>
    /// <param name="voices">Independent sources that tell of its event, 1 or more.</param>
    /// <param name="now">The present time.</param>
    public double ScoreOf(ItemFacts facts, SnapshotText text, int voices, DateTimeOffset now) =>
        Score.Of(Relevance.Of(facts.Title, text.Words), voices, now - facts.UpdatedAt, collector.Value.Window, selection.Value);

    public bool AreTheSame(Fingerprint one, Fingerprint other) => one.SimilarityTo(other) >= selection.Value.DuplicateSimilarity;
}
