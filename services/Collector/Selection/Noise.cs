using System.Text.RegularExpressions;
using NewsEducator.Collector.Connectors;
using NewsEducator.Contracts;

namespace NewsEducator.Collector.Selection;

/// <summary>What is no news by its very nature, told from title and author alone.</summary>
internal static partial class Noise
{
    private const RegexOptions Patterns = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    private const int LongestTitle = 300;

    private static readonly HashSet<string> Bots = new(StringComparer.OrdinalIgnoreCase)
    {
        "dependabot", "dependabot-preview", "renovate", "renovate-bot", "github-actions", "greenkeeper", "snyk-bot", "pyup-bot",
        "pre-commit-ci", "codecov", "release-please",
    };

    /// <summary>"v2.4.0", "Release 2.4", "Acme 2.4.0 is out", "Announcing Acme 3".</summary>
    [GeneratedRegex(
        @"^\W*((version|ver|release|released|announcing( \w+)?)\W+)*v?\d+(\.\d+)+([-.+]?(rc|beta|alpha|preview|pre|stable)?[\d.]*)?( (release|released|is out|available|is available))?\W*$"
        + @"|^\W*(\[?release\]?|releasing|release candidate)\b[^a-z]*v?\d"
        + @"|\bv?\d+(\.\d+)+(-\w+)? (is |has been )?(out now|now out|is out|released|now available|is available)\b"
        + @"|^announcing .*\bv?\d+(\.\d+)*\b"
        + @"|\b(release notes?|changelog|change log|release (checklist|tracker|plan|schedule))\b"
        + @"|(发布说明|更新日志|版本发布|正式发布|新版本发布)",
        Patterns)]
    private static partial Regex Release();

    /// <summary>"Bump x from 1.0 to 1.1", "chore(deps): update y to v2", "Update dependency z".</summary>
    [GeneratedRegex(
        @"^\W*(\w+(\([^)]*\))?!?: )?(bump|upgrade|update) (the )?\S+( \S+){0,3} (from \S+ )?to v?\d[\w.+-]*( in \S+)?\W*$"
        + @"|^\W*(chore|build|fix)\((deps|deps-dev|dependencies)\)"
        + @"|^\W*(bump|update) (dependency|dependencies|deps|lock ?file)\b"
        + @"|^\W*bump (the )?\S+ group\b"
        + @"|\bdependency dashboard\b",
        Patterns)]
    private static partial Regex VersionBump();

    [GeneratedRegex(
        @"\bwhat(['’]?s| is) new\b|\bnew (features )?in v?\d|\b(weekly|monthly) (update|roundup|digest|newsletter)\b|\b(this|these|last) (past )?(week|month|fortnight)s? in\b|新特性一览|新功能汇总|有哪些新",
        Patterns)]
    private static partial Regex WhatIsNew();

    [GeneratedRegex(
        @"\b(series [a-e]|seed) (funding|round)\b|\bfunding round\b|\b(raises?|raised|secures?|closes?) (us)?[$€£]\s?\d"
        + @"|\b(webinar|giveaway|sweepstakes|promo code|coupon|sponsored|limited[- ]time offer|black friday|early[- ]bird|\d+% off)\b"
        + @"|\b(we['’]re|we are|now) hiring\b|\bjoin (us|our) (at|for|webinar)\b|\bstrategic partnership\b|\bacquire[sd]\b|\bacquisition of\b"
        + @"|(融资|优惠码|限时|招聘|赞助商|战略合作)",
        Patterns)]
    private static partial Regex Marketing();

    /// <returns>Null for an item that is no noise.</returns>
    public static Drop? Find(ItemFacts facts)
    {
        if (facts.ByBot || IsBot(facts.Author))
        {
            return new Drop(DropReason.Release, $"机器人账号 {facts.Author} 提交");
        }

        // Nobody writes a longer title in earnest, and a pattern may go back and forth in it.
        var title = facts.Title.Length > LongestTitle ? facts.Title[..LongestTitle] : facts.Title;
        if (VersionBump().IsMatch(title))
        {
            return new Drop(DropReason.Release, "版本升级");
        }

        if (Release().IsMatch(title))
        {
            return new Drop(DropReason.Release, "版本发布或更新日志");
        }

        if (WhatIsNew().IsMatch(title))
        {
            return new Drop(DropReason.Release, "新功能汇总");
        }

        if (Marketing().IsMatch(title))
        {
            return new Drop(DropReason.Marketing, "融资或推广");
        }

        return facts.IsPullRequest ? new Drop(DropReason.LowSignal, "合并请求，不是讨论") : null;
    }

    private static bool IsBot(string? author) =>
        author is not null && (author.EndsWith("[bot]", StringComparison.OrdinalIgnoreCase) || Bots.Contains(author));
}
