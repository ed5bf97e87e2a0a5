using System.Net;
using System.Text;
using NewsEducator.Contracts;

namespace NewsEducator.Publisher.Cards.Decks;

/// <summary>The fields of a note in Anki: HTML, in which everything collected is text.</summary>
internal static class AnkiFields
{
    public static readonly IReadOnlyList<string> Names = ["问题", "答案", "补充", "来源", "概念"];

    public static IEnumerable<string> Of(DeckNote note)
    {
        var date = note.Date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        var page = $"<a href=\"{WebUtility.HtmlEncode(note.Page.AbsoluteUri)}\">日报 {date}</a>";
        var source = WebLink.Of(note.Source) is { } link ? $" · <a href=\"{WebUtility.HtmlEncode(link)}\">来源</a>" : "";
        return [Html(note.Question), Html(note.Answer), Html(note.More), page + source, Html(note.Concept)];
    }

    /// <summary>A tag holds no blanks, the wide one included; several stand between blanks.</summary>
    public static string TagsOf(DeckNote note)
    {
        string[] tags = ["NewsEducator", note.Concept, note.Type, .. note.IsWithdrawn ? new[] { "已撤回" } : []];
        return $" {string.Join(' ', tags.Select(TagOf).Where(tag => tag.Length > 0))} ";
    }

    private static string TagOf(string tag) =>
        string.Join('_', tag.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    /// <summary>Backticks mark code, as everywhere; Anki would read braces as a field or a cloze, brackets as a sound or LaTeX, and MathJax
    /// on its cards a backslash before a bracket as a formula.</summary>
    private static string Html(string text)
    {
        var html = new StringBuilder();
        foreach (var (place, part) in text.Split('`').Index())
        {
            var encoded = WebUtility
                .HtmlEncode(part)
                .Replace("{", "&#123;", StringComparison.Ordinal)
                .Replace("[", "&#91;", StringComparison.Ordinal)
                // It reads across entities, but not across elements.
                .Replace("\\(", "\\<span>(</span>", StringComparison.Ordinal)
                .Replace("\\&#91;", "\\<span>&#91;</span>", StringComparison.Ordinal);
            html.Append(place % 2 == 1 ? $"<code>{encoded}</code>" : encoded);
        }

        return html.ToString();
    }
}
