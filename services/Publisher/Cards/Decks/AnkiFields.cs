using System.Net;
using System.Text;

namespace NewsEducator.Publisher.Cards.Decks;

/// <summary>The fields of a note in Anki: HTML, in which everything collected is text.</summary>
internal static class AnkiFields
{
    public static readonly IReadOnlyList<string> Names = ["问题", "答案", "补充", "来源", "概念"];

    public static IEnumerable<string> Of(DeckNote note)
    {
        var date = note.Date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        var page = $"<a href=\"{WebUtility.HtmlEncode(note.Page.AbsoluteUri)}\">日报 {date}</a>";
        var source = note.Source.Length > 0 ? $" · <a href=\"{WebUtility.HtmlEncode(note.Source)}\">来源</a>" : "";
        return [Html(note.Question), Html(note.Answer), Html(note.More), page + source, Html(note.Concept)];
    }

    /// <summary>A tag holds no blanks; several stand between blanks.</summary>
    public static string TagsOf(DeckNote note)
    {
        string[] tags = ["NewsEducator", note.Concept, note.Type, .. note.IsWithdrawn ? new[] { "已撤回" } : []];
        return $" {string.Join(' ', tags.Select(tag => tag.Replace(' ', '_')).Where(tag => tag.Length > 0))} ";
    }

    /// <summary>Backticks mark code, as everywhere; braces would be read as a field or a cloze.</summary>
    private static string Html(string text)
    {
        var html = new StringBuilder();
        foreach (var (place, part) in text.Split('`').Index())
        {
            var encoded = WebUtility.HtmlEncode(part).Replace("{", "&#123;", StringComparison.Ordinal);
            html.Append(place % 2 == 1 ? $"<code>{encoded}</code>" : encoded);
        }

        return html.ToString();
    }
}
