using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using NewsEducator.Collector;
using NewsEducator.Collector.Selection;

namespace NewsEducator.Conformance.Threads;

/// <summary>
/// The Collector's rules for what is worth a reviewer's time, all but those that need counts of comments, reactions and sources, which the
/// corpus does not have. Rows where readers may differ are left out.
/// </summary>
internal static class WorthReview
{
    private static readonly Sieve Sieve = new(Options.Create(new SelectionOptions()), Options.Create(new CollectorOptions()));

    public static IEnumerable<KeyValuePair<string, JsonNode?>> Measure(IReadOnlyList<LabelledThread> threads, TextWriter log)
    {
        var clear = threads.Where(thread => !thread.Borderline).ToList();
        var recall = Share(clear.Where(thread => thread.WorthReview), thread => LetThrough(thread, log));
        var specificity = 1 - Share(clear.Where(thread => !thread.WorthReview), thread => LetThrough(thread, log));
        return
        [
            new("worthReviewBalancedAccuracy", (recall + specificity) / 2),
            new("releaseNoiseLetThrough", Share(threads.Where(thread => thread.Label == LabelledThread.ReleaseNoise), thread => LetThrough(thread, log))),
        ];
    }

    /// <returns>Why the Collector drops the thread; null where it lets it through.</returns>
    public static Drop? DropOf(LabelledThread thread) => Sieve.JudgeContent(ThreadSnapshot.FactsOf(thread), thread.Body ?? "");

    private static bool LetThrough(LabelledThread thread, TextWriter log)
    {
        var drop = DropOf(thread);
        log.WriteLine($"{(drop is null == thread.WorthReview ? "   " : "!! ")}{thread.Label} -> {drop?.Detail ?? "let through"}: {thread.Title}");
        return drop is null;
    }

    private static double Share(IEnumerable<LabelledThread> threads, Func<LabelledThread, bool> holds)
    {
        var (n, count) = (0, 0);
        foreach (var thread in threads)
        {
            n++;
            count += holds(thread) ? 1 : 0;
        }

        return n == 0 ? 0 : (double)count / n;
    }
}
