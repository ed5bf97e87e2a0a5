using System.Buffers;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using Ganss.Xss;

namespace NewsEducator.Collector.Connectors.Html;

/// <summary>The one place where collected HTML is made harmless.</summary>
internal static class SafeHtml
{
    private static readonly string[] Harmless =
    [
        "abbr",
        "acronym",
        "address",
        "article",
        "aside",
        "audio",
        "bdi",
        "canvas",
        "command",
        "datagrid",
        "datalist",
        "details",
        "dialog",
        "event-source",
        "figcaption",
        "figure",
        "footer",
        "header",
        "m",
        "main",
        "mark",
        "meter",
        "multicol",
        "nav",
        "nextid",
        "noscript",
        "output",
        "picture",
        "progress",
        "rp",
        "rt",
        "ruby",
        "section",
        "sound",
        "source",
        "spacer",
        "summary",
        "time",
        "var",
        "video",
        "wbr",
        "optgroup",
        "option",
        "select",
        "textarea",
    ];

    // With all that is inside: none of it was ever meant to be read.
    private static readonly string[] Unspoken = ["script", "style", "template"];

    // What stands between these is raw text for a parser, up to the end of the page where the end tag is missing; for a reader it is more
    // markup.
    private static readonly Regex RawText = new(
        "</?(iframe|noframes|noembed|xmp|plaintext)(\\s[^>]*)?/?>",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    );

    private static readonly SearchValues<string> RawTextStarts = SearchValues.Create(
        ["<iframe", "</iframe", "<nof", "</nof", "<noe", "</noe", "<xmp", "</xmp", "<plain", "</plain"],
        StringComparison.OrdinalIgnoreCase
    );

    private static readonly Regex InertName = new("^(?!on)[a-z]+(-[a-z]+)*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly HtmlSanitizer Sanitizer = Make();

    /// <param name="html">Anything.</param>
    /// <param name="from">Where relative addresses start; without it they stay as they are.</param>
    public static IHtmlDocument Clean(string html, Uri? from) =>
        Sanitizer.SanitizeDom(TagLimits.Apply(WithoutRawText(html)), from?.ToString() ?? "");

    /// <summary>The same, written out.</summary>
    public static string CleanMarkup(string html, Uri? from) => Clean(html, from).Body?.InnerHtml ?? "";

    /// <summary>Without the tags between which a parser sees no markup.</summary>
    public static string WithoutRawText(string html) => html.AsSpan().ContainsAny(RawTextStarts) ? RawText.Replace(html, "") : html;

    private static HtmlSanitizer Make()
    {
        var sanitizer = new HtmlSanitizer { KeepChildNodes = true };
        sanitizer.AllowedTags.UnionWith(Harmless);
        sanitizer.AllowedTags.ExceptWith(["form", "html", "head", "body"]);
        sanitizer.AllowedAttributes.ExceptWith(["style", "action", "formaction"]);
        sanitizer.AllowedSchemes.UnionWith(["mailto", "tel"]);
        sanitizer.AllowedAttributes.Add("poster");
        sanitizer.UriAttributes.Add("poster");
        sanitizer.RemovingAttribute += (_, removing) =>
            removing.Cancel =
                removing.Reason == RemoveReason.NotAllowedAttribute && IsInert(removing.Attribute.Name, removing.Attribute.Value);
        sanitizer.RemovingTag += (_, removing) =>
        {
            if (Unspoken.Contains(removing.Tag.LocalName))
            {
                removing.Tag.TextContent = "";
            }
        };
        return sanitizer;
    }

    // An attribute that HTML has dropped or never had does nothing, as long as no scheme, style or script fits into it.
    private static bool IsInert(string name, string value) =>
        InertName.IsMatch(name)
        && name is not ("style" or "srcdoc" or "action" or "formaction")
        && value.AsSpan().IndexOfAny(":(<&\\".AsSpan()) < 0;
}
