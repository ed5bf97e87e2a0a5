using System.Globalization;
using System.Text;
using NewsEducator.Contracts;

namespace NewsEducator.Publisher.Digests;

/// <summary>The digest as a Markdown note: the same bytes for the same digest.</summary>
internal static class DigestText
{
    public static string TitleOf(Digest digest) => $"技术资讯日报 - {digest.Date:yyyy-MM-dd}";

    public static string Render(Digest digest)
    {
        var date = digest.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var note = new StringBuilder();
        note.Append(CultureInfo.InvariantCulture, $"""
            ---
            type: news-digest
            date: {date}
            revision: {digest.Revision}
            total_items: {digest.Items.Count}
            ---

            # {TitleOf(digest)}

            > 共 {digest.Items.Count} 条，每一条都经过来源核查和人工审核。

            ---


            """);
        foreach (var item in digest.InOrder())
        {
            Append(note, item);
        }

        note.Append("*本文件由 News-Educator 自动生成；只收录审核人通过的条目。*\n");
        return note.ToString();
    }

    private static void Append(StringBuilder note, DigestItem item)
    {
        var content = item.Content;
        note.Append(CultureInfo.InvariantCulture, $"""
            ## {item.Number}. {MarkdownText.Escape(content.Title)}

            **来源**：{MarkdownText.Address(content.CanonicalUrl)}
            **类型**：{MarkdownText.Escape(content.Type)}
            **概念**：{MarkdownText.Escape(content.Concept.Name)}

            """);
        AppendField(note, "一句话", content.OneLiner);
        AppendField(note, "类比", content.Analogy);
        note.Append(CultureInfo.InvariantCulture, $"**摘要**：{MarkdownText.Escape(content.Summary)}\n");
        AppendEvidence(note, content);
        note.Append("\n---\n\n");
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
        var quotes = content.Claims.Where(claim => claim.Quote is not null)
            .Select(claim => (Text: PlainText.Line(claim.Quote, 300), State: ClaimText.StateOf(claim))).DistinctBy(quote => quote.Text).ToList();
        if (quotes.Count == 0)
        {
            return;
        }

        note.Append("\n**原文依据**：\n\n");
        foreach (var (quote, state) in quotes)
        {
            note.Append(CultureInfo.InvariantCulture, $"- “{MarkdownText.Escape(quote)}”（[来源]({MarkdownText.Address(content.CanonicalUrl)})）{state}\n");
        }
    }
}
