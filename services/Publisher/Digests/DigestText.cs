using System.Globalization;
using System.Text;
using NewsEducator.Contracts;
using NewsEducator.Publisher.Withdrawals;

namespace NewsEducator.Publisher.Digests;

/// <summary>The digest as a Markdown note: the same bytes for the same digest.</summary>
internal static class DigestText
{
    public static string TitleOf(Digest digest) => $"技术资讯日报 - {digest.Date:yyyy-MM-dd}";

    public static string Render(Digest digest, bool hasLabel = true)
    {
        var items = digest.InOrder().ToList();
        var note = new StringBuilder(
            FrontMatter.Of(
                ("type", "news-digest"),
                ("date", digest.Date),
                ("revision", digest.Revision),
                ("total_items", items.Count),
                ("concepts", items.Count == 0 ? null : items.Select(item => item.Content.Concept.Name).Distinct()),
                ("generated", hasLabel ? true : null)
            )
        );
        note.Append(
            CultureInfo.InvariantCulture,
            $"""

            # {TitleOf(digest)}

            > 共 {items.Count} 条，每一条都经过来源核查和人工审核。

            ---


            """
        );
        AppendWithdrawn(note, digest);
        foreach (var item in items)
        {
            Append(note, item);
        }

        if (hasLabel && items.Count > 0)
        {
            var reviewers = string.Join("、", items.Select(item => item.ApprovedBy).Distinct().Order(StringComparer.Ordinal));
            note.Append(
                CultureInfo.InvariantCulture,
                $"*摘要由程序生成，可能含人工智能生成的内容；由 {MarkdownText.Escape(PlainText.Line(reviewers))} 审核批准。*\n"
            );
        }

        note.Append("*本文件由 News-Educator 自动生成；只收录审核人通过的条目。*\n");
        return note.ToString();
    }

    private static void Append(StringBuilder note, DigestItem item)
    {
        var content = XmlSafeText.Of(item.Content);
        note.Append(
            CultureInfo.InvariantCulture,
            $"""
            ## {item.Number}. {MarkdownText.Escape(content.Title)}

            **来源**：{MarkdownText.Address(content.CanonicalUrl)}
            **类型**：{MarkdownText.Escape(content.Type)}
            **概念**：{MarkdownText.Escape(content.Concept.Name)}

            """
        );
        if (content.FurtherSources.Count > 0)
        {
            var further = content.FurtherSources.Select(source => MarkdownText.Address(source.Url));
            note.Append(CultureInfo.InvariantCulture, $"**其他来源**：{string.Join(' ', further)}\n");
        }

        AppendField(note, "一句话", content.OneLiner);
        AppendField(note, "类比", content.Analogy);
        note.Append(CultureInfo.InvariantCulture, $"**摘要**：{MarkdownText.Escape(content.Summary)}\n");
        AppendField(note, "更正", item.CorrectionReason is { } reason ? XmlSafeText.Of(PlainText.Line(reason)) : null);
        AppendEvidence(note, content);
        note.Append("\n---\n\n");
    }

    private static void AppendWithdrawn(StringBuilder note, Digest digest)
    {
        foreach (var item in digest.Withdrawn())
        {
            var title = item.Content.Title.Length == 0 ? "" : $" ~~{MarkdownText.Escape(PlainText.Line(item.Content.Title))}~~";
            var what = item.WithdrawnAs == WithdrawalKind.Takedown ? "已移除" : "已撤回";
            var reason = MarkdownText.Escape(PlainText.Line(item.WithdrawalReason));
            note.Append(CultureInfo.InvariantCulture, $"> **{what}：第 {item.Number} 条**{title}\n> 原因：{reason}\n\n---\n\n");
        }
    }

    private static void AppendField(StringBuilder note, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            note.Append(CultureInfo.InvariantCulture, $"**{name}**：{MarkdownText.Escape(value)}\n");
        }
    }

    private static void AppendEvidence(StringBuilder note, ApprovedContent content)
    {
        var quotes = content
            .Claims.Where(claim => claim.Quote is not null)
            .Select(claim => (Text: PlainText.Line(claim.Quote, 300), State: ClaimText.StateOf(claim)))
            .DistinctBy(quote => quote.Text)
            .ToList();
        if (quotes.Count == 0)
        {
            return;
        }

        note.Append("\n**原文依据**：\n\n");
        var source = WebLink.Of(content.CanonicalUrl) is { } link ? $"（[来源]({MarkdownText.Address(link)})）" : "";
        foreach (var (quote, state) in quotes)
        {
            note.Append(CultureInfo.InvariantCulture, $"- “{MarkdownText.Escape(quote)}”{source}{state}\n");
        }
    }
}
