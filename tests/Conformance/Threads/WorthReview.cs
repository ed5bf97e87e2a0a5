using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using NewsEducator.Collector;
using NewsEducator.Collector.Selection;
using NewsEducator.Contracts;
using NewsEducator.Summarizer.Judging;

namespace NewsEducator.Conformance.Threads;

/// <summary>
/// The Collector's rules, all but those that need counts of comments, reactions and sources, which the corpus does not have, and then the
/// Summarizer's judgement. Rows where readers may differ are left out.
/// </summary>
internal static class WorthReview
{
    private static readonly SelectionRules SelectionRules = new(
        Options.Create(new SelectionOptions()),
        Options.Create(new CollectorOptions())
    );

    public static IEnumerable<KeyValuePair<string, JsonNode?>> Measure(
        IReadOnlyList<(LabelledThread Thread, Judged Judged)> threads,
        TextWriter log
    )
    {
        var clear = threads.Where(each => !each.Thread.Borderline).ToList();
        var recall = Share(clear.Where(each => each.Thread.WorthReview), log);
        var specificity = 1 - Share(clear.Where(each => !each.Thread.WorthReview), log);
        return
        [
            new("worthReviewBalancedAccuracy", (recall + specificity) / 2),
            new("releaseNoiseLetThrough", Share(threads.Where(each => each.Thread.Label == LabelledThread.ReleaseNoise), log)),
        ];
    }

    /// <returns>Why the thread is not offered; null where it is.</returns>
    public static DropReason? Against(LabelledThread thread, Judged judged) =>
        SelectionRules.JudgeContent(ThreadSnapshot.FactsOf(thread), thread.Body ?? "")?.Reason
        ?? (
            judged.Judgement.IsAbove(Judgement.LowestWorth, Judgement.LowestValue) ? null
            : judged.Judgement.Reasons.Contains(JudgementReasons.Release) ? DropReason.Release
            : judged.Judgement.Reasons.Contains(JudgementReasons.Promotion) ? DropReason.Marketing
            : DropReason.LowSignal
        );

    private static double Share(IEnumerable<(LabelledThread Thread, Judged Judged)> threads, TextWriter log)
    {
        var through = threads
            .Select(each =>
            {
                var reason = Against(each.Thread, each.Judged);
                log.WriteLine(
                    $"{(reason is null == each.Thread.WorthReview ? "   " : "!! ")}{each.Thread.Label} -> {reason?.ToString() ?? "offered"}: {each.Thread.Title}"
                );
                return reason is null ? 1.0 : 0;
            })
            .ToList();
        return through.DefaultIfEmpty().Average();
    }
}
