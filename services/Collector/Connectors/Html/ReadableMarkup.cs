using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace NewsEducator.Collector.Connectors.Html;

/// <summary>Writes into the text what a page says by how it looks: what is struck out or hidden is not said, a raised 6 is a power, a
/// formula is there once.</summary>
/// <remarks>Before anything takes an article out of a page: by then classes and styles are gone.</remarks>
internal static partial class ReadableMarkup
{
    private const string Struck = "del, s, strike, [style*='line-through']";
    private const string NoteMarks =
        "a[role='doc-noteref'], a[role='doc-backlink'], a.footnote-ref, a.footnote-backref, a.headerlink, a.anchor, a[href^='#']";

    private const string MaybeHidden = "[hidden], [style]";

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
        RemoveHidden(page);
    }

    // After the formulas, whose source often hides behind a picture. A whole body is hidden by pages whose script shows it again.
    private static void RemoveHidden(IParentNode page)
    {
        foreach (var element in page.QuerySelectorAll(MaybeHidden).Where(IsHidden))
        {
            element.Remove();
        }
    }

    private static bool IsHidden(IElement element) =>
        element.LocalName is not ("body" or "html")
        && (
            element.GetAttribute("hidden") is { } hidden && !hidden.Equals("until-found", StringComparison.OrdinalIgnoreCase)
            || HidingStyle().IsMatch(element.GetAttribute("style") ?? "")
        );

    [GeneratedRegex(
        @"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|font-size\s*:\s*0(?:\.0*)?(?:[a-z]+|%)?)\s*(?:!important)?\s*(?:;|$)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex HidingStyle();

    /// <summary>[3], 3, †, ↩, ¶: leads to a note, back from it, or to where one is.</summary>
    [GeneratedRegex(@"^(\[?\^?\d{1,3}\]?|[*†‡§¶#↩⏎↑🔗︎\uFE0E]+|\[[a-z]\])$", RegexOptions.CultureInvariant)]
    private static partial Regex Mark();
}
