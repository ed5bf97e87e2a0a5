using System.Globalization;
using System.Net;
using System.Text.Json;
using AngleSharp.Html.Parser;
using NewsEducator.Collector.Connectors.Dates;
using NewsEducator.Collector.Connectors.Feeds;
using NewsEducator.Collector.Connectors.Html;

namespace NewsEducator.Conformance.Feeds;

/// <summary>The corpus's ways to compare; see its README.</summary>
internal static class FeedComparison
{
    private static readonly HtmlParser Parser = new();

    public static bool Holds(object? found, FeedExpectation row) =>
        row.Compare switch
        {
            "number" => found is int number && number == row.Expected.GetInt32(),
            "instant" => found is DateTimeOffset time
                && (DateTimeOffset.Parse(Text(row.Expected), CultureInfo.InvariantCulture) - time) is { TotalSeconds: >= 0 and < 1 },
            "uri" => found is string address && SameAddress(address, Text(row.Expected)),
            "html" => found is FeedText text && SameHtml(text, Text(row.Expected)),

            // A moment is kept as a moment and not as it was written; the same goes for both.
            _ when found is DateTimeOffset time => time == LooseDate.Parse(Text(row.Expected)),
            "string" => (Plain(found) ?? "").Trim() == Text(row.Expected).Trim(),

            // The oracle keeps a title's markup, the product what a reader sees of it.
            _ => Collapsed(Plain(found) ?? "") is var plain
                && (
                    plain == Collapsed(Text(row.Expected))
                    || (
                        found is FeedText { IsHtml: true }
                        && (plain == TextOf(Text(row.Expected)) || plain == Collapsed(HtmlText.Of(Text(row.Expected))))
                    )
                ),
        };

    public static string? Plain(object? found) => found is FeedText text ? text.Text() : found as string;

    public static string TextOf(string html) => Collapsed(Parser.ParseDocument(html).Body?.TextContent ?? "");

    public static IEnumerable<string> LinksIn(string html) =>
        Parser
            .ParseDocument(html)
            .QuerySelectorAll("[href],[src]")
            .Select(linked => linked.GetAttribute("href") ?? linked.GetAttribute("src") ?? "");

    private static bool SameHtml(FeedText found, string expected)
    {
        if (!found.IsHtml)
        {
            return Collapsed(found.Value) == Collapsed(expected) || Collapsed(found.Value) == TextOf(expected);
        }

        var cleaned = SafeHtml.CleanMarkup(found.Value, found.Base);
        return TextOf(cleaned) == TextOf(expected) && LinksIn(cleaned).Select(Decoded).SequenceEqual(LinksIn(expected).Select(Decoded));
    }

    private static bool SameAddress(string found, string expected) =>
        Uri.TryCreate(found, UriKind.Absolute, out var one) && Uri.TryCreate(expected, UriKind.Absolute, out var other)
            ? one == other
            : found.Trim() == expected.Trim();

    private static string Decoded(string address) => WebUtility.UrlDecode(address);

    private static string Collapsed(string text) =>
        string.Join(' ', WebUtility.HtmlDecode(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Text(JsonElement expected) =>
        expected.ValueKind == JsonValueKind.String ? expected.GetString()! : expected.GetRawText();
}
