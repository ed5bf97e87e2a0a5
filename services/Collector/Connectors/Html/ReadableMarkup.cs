using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace NewsEducator.Collector.Connectors.Html;

/// <summary>Writes into the text what a page says by how it looks: what is struck out is not said, a raised 6 is a power, a formula is there once.</summary>
/// <remarks>Before anything takes an article out of a page: by then classes and styles are gone.</remarks>
internal static partial class ReadableMarkup
{
    private const string Struck = "del, s, strike, [style*='line-through']";
    private const string NoteMarks = "a[role='doc-noteref'], a[role='doc-backlink'], a.footnote-ref, a.footnote-backref, a.headerlink, a.anchor, a[href^='#']";

    public static void Write(IParentNode page)
    {
        foreach (var element in page.QuerySelectorAll(Struck))
        {
            element.Remove();
        }

        foreach (var link in page.QuerySelectorAll(NoteMarks).Where(link => Mark().IsMatch(link.TextContent.Trim())))
        {
            link.Remove();
        }

        LineNumbers.Remove(page);
        Formulas.Write(page);
        Superscripts.Write(page);
    }

    /// <summary>[3], 3, †, ↩, ¶: leads to a note, back from it, or to where one is.</summary>
    [GeneratedRegex(@"^(\[?\^?\d{1,3}\]?|[*†‡§¶#↩⏎↑🔗︎\uFE0E]+|\[[a-z]\])$", RegexOptions.CultureInvariant)]
    private static partial Regex Mark();
}
