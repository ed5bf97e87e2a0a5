using System.Collections.Frozen;
using System.Text;
using System.Text.RegularExpressions;

namespace NewsEducator.Collector.Connectors.Feeds;

/// <summary>Text of which nothing says whether it is HTML. It is where it has HTML's tags; <c>Vec&lt;u8&gt;</c> and a lonely
/// <c>&lt;dialog&gt;</c> are words.</summary>
internal static partial class UntypedText
{
    // Whoever writes so many writes HTML.
    private const int MostTags = 5_000;

    private static readonly Regex Tag = new(
        """</?(?<name>[a-z][\w:-]*)(?<attributes>\s("[^"]*"|'[^']*'|[^<>"'])*)?/?>""",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    );

    private static readonly FrozenSet<string> Elements = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "a",
        "abbr",
        "acronym",
        "address",
        "applet",
        "area",
        "article",
        "aside",
        "audio",
        "b",
        "base",
        "bdi",
        "bdo",
        "big",
        "blink",
        "blockquote",
        "body",
        "br",
        "button",
        "canvas",
        "caption",
        "center",
        "cite",
        "code",
        "col",
        "colgroup",
        "data",
        "datalist",
        "dd",
        "del",
        "details",
        "dfn",
        "dialog",
        "dir",
        "div",
        "dl",
        "dt",
        "em",
        "embed",
        "fieldset",
        "figcaption",
        "figure",
        "font",
        "footer",
        "form",
        "frame",
        "frameset",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "head",
        "header",
        "hr",
        "html",
        "i",
        "iframe",
        "img",
        "input",
        "ins",
        "kbd",
        "label",
        "legend",
        "li",
        "link",
        "main",
        "map",
        "mark",
        "marquee",
        "math",
        "menu",
        "meta",
        "meter",
        "nav",
        "nobr",
        "noembed",
        "noframes",
        "noscript",
        "object",
        "ol",
        "optgroup",
        "option",
        "output",
        "p",
        "param",
        "picture",
        "plaintext",
        "pre",
        "progress",
        "q",
        "rp",
        "rt",
        "ruby",
        "s",
        "samp",
        "script",
        "section",
        "select",
        "small",
        "source",
        "span",
        "strike",
        "strong",
        "style",
        "sub",
        "summary",
        "sup",
        "svg",
        "table",
        "tbody",
        "td",
        "template",
        "textarea",
        "tfoot",
        "th",
        "thead",
        "time",
        "title",
        "tr",
        "track",
        "tt",
        "u",
        "ul",
        "var",
        "video",
        "wbr",
        "xmp"
    );

    // Nobody closes these, or not always.
    private static readonly FrozenSet<string> StandAlone = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "br",
        "hr",
        "img",
        "wbr",
        "p",
        "li",
        "input",
        "embed",
        "iframe"
    );

    public static FeedText Read(string text, Uri? from)
    {
        if (!text.AsSpan().ContainsAny('<', '&'))
        {
            return new FeedText(text, IsHtml: false, from);
        }

        var tags = Tag.Matches(text).Take(MostTags).ToList();
        if (tags.Count == MostTags)
        {
            return new FeedText(text, IsHtml: true, from);
        }

        var names = tags.Select(tag => tag.Value.StartsWith("</", StringComparison.Ordinal) ? $"/{NameOf(tag)}" : NameOf(tag))
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        var markup = tags.Where(tag => IsMarkup(tag, names)).Select(tag => tag.Index).ToHashSet();
        var isHtml = markup.Count > 0 || Reference().IsMatch(text) || text.Contains("<!--", StringComparison.Ordinal);
        return new FeedText(isHtml ? WithWords(text, markup) : text, isHtml, from);
    }

    private static bool IsMarkup(Match tag, HashSet<string> names)
    {
        var name = NameOf(tag);
        if (name.AsSpan().ContainsAny(':', '-'))
        {
            return true;
        }

        // Drawings and formulas bring elements of their own; what is closed or has attributes is one.
        return (names.Contains(name) && names.Contains($"/{name}"))
            || tag.Groups["attributes"].Value.Contains('=', StringComparison.Ordinal)
            || (Elements.Contains(name) && (StandAlone.Contains(name) || tag.Groups["attributes"].Length > 0));
    }

    // What a parser would take for a tag and is none.
    private static string WithWords(string text, HashSet<int> markup)
    {
        var html = new StringBuilder(text.Length + 16);
        for (var at = 0; at < text.Length; at++)
        {
            var isWord = text[at] == '<' && at + 1 < text.Length && char.IsAsciiLetter(text[at + 1]) && !markup.Contains(at);
            if (isWord)
            {
                html.Append("&lt;");
            }
            else
            {
                html.Append(text[at]);
            }
        }

        return html.ToString();
    }

    private static string NameOf(Match tag) => tag.Groups["name"].Value;

    [GeneratedRegex(@"&(#\d+|#x[0-9a-f]+|[a-z][a-z0-9]*);", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Reference();
}
