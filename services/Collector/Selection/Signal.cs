using NewsEducator.Collector.Connectors;
using NewsEducator.Contracts;

namespace NewsEducator.Collector.Selection;

/// <summary>Whether enough people care, by the thresholds of each kind of page.</summary>
internal static class Signal
{
    private static readonly string[] LabelsOfTheProduct = ["bug", "regression", "security", "performance", "breaking-change", "critical"];

    /// <returns>Null for an item at or above its threshold.</returns>
    public static Drop? Lacks(ItemFacts facts, SelectionOptions options)
    {
        return facts.Address.Kind switch
        {
            SourceKind.GitHubIssue when HasSignalLabel(facts, options) => null,
            SourceKind.GitHubIssue => Needs(facts, options.IssueComments, options.IssueReactions),
            SourceKind.GitHubAdvisory => IsSevere(facts),
            SourceKind.GitHubDiscussion => Needs(facts, options.DiscussionComments, options.DiscussionReactions),
            SourceKind.YouTubeVideo when facts.IsShort => new Drop(DropReason.LowSignal, "Shorts 短视频"),
            SourceKind.YouTubeVideo => LastsRight(facts.Duration, options),
            SourceKind.HuggingFacePaper => Needs(facts, options.PaperComments, options.PaperUpvotes),
            SourceKind.HuggingFaceDiscussion => Needs(facts, options.ModelDiscussionComments, options.ModelDiscussionReactions),
            _ => null,
        };
    }

    // GitHub says "medium" where its pages say "moderate"; what is not rated yet may be anything.
    private static Drop? IsSevere(ItemFacts facts) =>
        facts.Labels.Contains("severity: low") ? new Drop(DropReason.LowSignal, "安全公告级别低于中等：low") : null;

    private static bool HasSignalLabel(ItemFacts facts, SelectionOptions options)
    {
        var wanted = options.IssueLabels is { Count: > 0 } configured ? configured : LabelsOfTheProduct;
        return facts.Labels.Any(label => Words(label).Any(word => wanted.Contains(word, StringComparer.OrdinalIgnoreCase)));
    }

    // Repositories dress their labels up: "type: bug", "kind/regression", "performance 🐢".
    private static IEnumerable<string> Words(string label) =>
        label.Split([' ', '/', ':', ','], StringSplitOptions.RemoveEmptyEntries).Append(label);

    private static Drop? Needs(ItemFacts facts, int comments, int reactions) =>
        facts.Comments >= comments || facts.Reactions >= reactions
            ? null
            : new Drop(
                DropReason.LowSignal,
                $"关注度不足：{facts.Comments} 条评论（≥ {comments}），{facts.Reactions} 个回应（≥ {reactions}）"
            )
            {
                ByList = true,
            };

    private static Drop? LastsRight(TimeSpan? duration, SelectionOptions options) =>
        duration is not { } length || (length >= options.ShortestVideo && length <= options.LongestVideo)
            ? null
            : new Drop(
                DropReason.LowSignal,
                $"时长 {length.TotalMinutes:0.#} 分钟，不在 {options.ShortestVideo.TotalMinutes:0}–{options.LongestVideo.TotalMinutes:0} 分钟内"
            );
}
