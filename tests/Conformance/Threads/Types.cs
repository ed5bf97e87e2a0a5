using System.Text.Json.Nodes;
using NewsEducator.Contracts;
using NewsEducator.Summarizer.Judging;

namespace NewsEducator.Conformance.Threads;

/// <summary>The seven classes: what the Collector drops, by its reason, and what it lets through, by the Summarizer's type.</summary>
internal static class Types
{
    private static readonly string[] Labels = ["incident", "debate", "tutorial", "security", "release_noise", "marketing", "other"];

    public static IEnumerable<KeyValuePair<string, JsonNode?>> Measure(
        IReadOnlyList<(LabelledThread Thread, Judged Judged)> threads,
        TextWriter log
    )
    {
        var read = threads.Select(each => (each.Thread, Found: LabelOf(each.Thread, each.Judged))).ToList();
        foreach (var (thread, found) in read.Where(pair => !pair.Thread.IsFair(pair.Found)))
        {
            log.WriteLine($"!! {thread.Label} taken for {found}: {thread.Title}");
        }

        log.WriteLine($"{"", -14}{string.Concat(Labels.Select(label => $"{label, 14}"))}");
        foreach (var label in Labels)
        {
            log.WriteLine(
                $"{label, -14}{string.Concat(Labels.Select(found => $"{read.Count(pair => pair.Thread.Label == label && pair.Found == found), 14}"))}"
            );
        }

        var recalls = read.GroupBy(pair => pair.Thread.Label).Select(group => group.Average(Right)).ToList();
        return
        [
            new("typeAccuracy", read.Count == 0 ? 0 : read.Average(Right)),
            new("typeMacroRecall", recalls.Count == 0 ? 0 : recalls.Average()),
        ];
    }

    private static double Right((LabelledThread Thread, string Found) pair) => pair.Thread.IsFair(pair.Found) ? 1 : 0;

    private static string LabelOf(LabelledThread thread, Judged judged) =>
        WorthReview.Against(thread, judged) switch
        {
            DropReason.Release => "release_noise",
            DropReason.Marketing => "marketing",
            not null => "other",
            null => LabelOf(judged.Type),
        };

    private static string LabelOf(string type) =>
        type == ItemTypes.Advisory
            ? "security"
            : ItemTypes.FamilyOf(type) switch
            {
                ItemTypes.Incident => "incident",
                ItemTypes.Debate => "debate",
                _ => "tutorial",
            };
}
