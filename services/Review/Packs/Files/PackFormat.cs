using System.Text.RegularExpressions;
using NewsEducator.Contracts;

namespace NewsEducator.Review.Packs.Files;

/// <summary>The fixed words of the pack file, for writing and reading.</summary>
internal static partial class PackFormat
{
    public const string FileType = "news-candidate-pack";
    public const string Source = "来源";
    public const string Type = "类型";
    public const string Summary = "摘要";
    public const string OneLiner = "一句话";
    public const string Analogy = "类比";
    public const string Terms = "术语";
    public const string StatisticsHeading = "## 📊 候选包统计";
    public const string NextStepsHeading = "## 🔍 下一步操作";

    /// <summary>Written instead of candidates on a day without any.</summary>
    public const string NoItems = "今日无候选条目。";

    private const string GitHub = "GitHub Issues/Discussions";
    private const string YouTube = "YouTube（实战复盘）";
    private const string HuggingFace = "Hugging Face（评测/争议）";
    private const string Articles = "文章与博客";

    /// <summary>Source groups in the order in which a pack lists them.</summary>
    public static readonly IReadOnlyList<string> Groups = [GitHub, YouTube, HuggingFace, Articles];

    /// <summary>The tick boxes in their order.</summary>
    public static readonly IReadOnlyList<Choice> Choices = [Choice.Approve, Choice.Skip, Choice.NeedsVerify];

    /// <summary>The fields that are words of the candidate, in their order; editors wrap their lines.</summary>
    public static readonly IReadOnlyList<string> TextFields = [Summary, OneLiner, Analogy, Terms];

    public static string NameOf(Choice choice) =>
        choice switch
        {
            Choice.Approve => "approve",
            Choice.Skip => "skip",
            _ => "needs-verify",
        };

    public static string GroupOf(string url) =>
        CanonicalUrl.TryParse(url, out var page)
            ? page.Host switch
            {
                "github.com" => GitHub,
                "www.youtube.com" => YouTube,
                "huggingface.co" => HuggingFace,
                _ => Articles,
            }
            : Articles;

    [GeneratedRegex(@"^\*\*(?<key>来源|类型|摘要|一句话|类比|术语|Review)\*\*[：:](?<value>.*)$")]
    public static partial Regex Field();

    /// <summary>
    /// A tick box, also with what notes programs append: <c>✅ 2026-11-29</c>, <c>[completion:: …]</c>, <c>(due:: …)</c>, <c>^id</c>,
    /// <c>#tag</c>, <c>%%…%%</c>, <c>&lt;!--…--&gt;</c>. Words of a person there could say the opposite of the tick, so they are no part of
    /// it.
    /// </summary>
    [GeneratedRegex(
        @"^(?<before> {0,3}[-*+] \[)(?<mark>[ xX])(?<after>\] )(?<choice>approve|skip|needs-verify)(?<rest>\s+(?:\^[A-Za-z0-9-]|[\[(][^\[\]():\r\n]+::|\p{So}|\p{Cs}|[\u2190-\u2BFF]|#\S|%%|<!--|@[0-9({\[]).*)?(?=\s*$)"
    )]
    public static partial Regex Tick();
}
