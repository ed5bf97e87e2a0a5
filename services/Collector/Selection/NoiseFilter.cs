using NewsEducator.Collector.Connectors;
using NewsEducator.Contracts;

namespace NewsEducator.Collector.Selection;

/// <summary>What is no case by its very nature, told from title and author alone.</summary>
internal static class NoiseFilter
{
    private static readonly HashSet<string> Bots = new(StringComparer.OrdinalIgnoreCase)
    {
        "dependabot",
        "dependabot-preview",
        "renovate",
        "renovate-bot",
        "github-actions",
        "greenkeeper",
        "snyk-bot",
        "pyup-bot",
        "pre-commit-ci",
        "codecov",
        "release-please",
    };

    /// <returns>Null for an item that is no noise.</returns>
    public static Drop? Find(ItemFacts facts) =>
        facts.ByBot || IsBot(facts.Author) ? new Drop(DropReason.Release, $"机器人账号 {facts.Author} 提交")
        : ReleaseNotes.KindOf(facts.Title) is { } kind ? new Drop(DropReason.Release, TextOf(kind))
        : Promotion.IsTitle(facts.Title) ? new Drop(DropReason.Marketing, "融资或推广")
        : facts.IsPullRequest ? new Drop(DropReason.LowSignal, "合并请求，不是讨论")
        : null;

    private static string TextOf(ReleaseNoteKind kind) =>
        kind switch
        {
            ReleaseNoteKind.VersionBump => "版本升级",
            ReleaseNoteKind.WhatIsNew => "新功能汇总",
            _ => "版本发布或更新日志",
        };

    private static bool IsBot(string? author) =>
        author is not null && (author.EndsWith("[bot]", StringComparison.OrdinalIgnoreCase) || Bots.Contains(author));
}
