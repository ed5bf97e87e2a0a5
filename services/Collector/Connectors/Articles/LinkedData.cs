using System.Text.Json;
using AngleSharp.Html.Dom;
using NewsEducator.Collector.Connectors.Dates;

namespace NewsEducator.Collector.Connectors.Articles;

/// <summary>What a page says of itself in JSON-LD; of lists of other pages nothing is taken.</summary>
internal static class LinkedData
{
    private const int Longest = 500_000;
    private static readonly JsonDocumentOptions Lenient = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
        MaxDepth = 32,
    };

    public static DateTimeOffset? Published(IHtmlDocument document) =>
        document
            .QuerySelectorAll("script[type='application/ld+json']")
            .Select(script => script.TextContent)
            .Where(json => json.Length <= Longest)
            .SelectMany(Dates)
            .OrderByDescending(date => date.IsArticle)
            .Select(date => (DateTimeOffset?)date.Time)
            .FirstOrDefault();

    private static List<(bool IsArticle, DateTimeOffset Time)> Dates(string json)
    {
        var dates = new List<(bool, DateTimeOffset)>();
        try
        {
            using var data = JsonDocument.Parse(json, Lenient);
            Collect(data.RootElement, dates);
        }
        catch (JsonException)
        {
            // Broken metadata costs the metadata.
        }

        return dates;
    }

    private static void Collect(JsonElement node, List<(bool IsArticle, DateTimeOffset Time)> dates)
    {
        if (node.ValueKind == JsonValueKind.Array)
        {
            foreach (var each in node.EnumerateArray())
            {
                Collect(each, dates);
            }
        }

        if (node.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        if (Text(node, "datePublished") is { } text && LooseDate.Parse(text) is { } time)
        {
            dates.Add((IsArticle(node), time));
        }

        foreach (var below in new[] { "@graph", "mainEntity", "mainEntityOfPage" })
        {
            if (node.TryGetProperty(below, out var inner))
            {
                Collect(inner, dates);
            }
        }
    }

    private static bool IsArticle(JsonElement node)
    {
        var types =
            !node.TryGetProperty("@type", out var type) ? []
            : type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().ToList()
            : [type];
        return types
            .Where(each => each.ValueKind == JsonValueKind.String)
            .Select(each => each.GetString()!)
            .Any(name =>
                name.EndsWith("Article", StringComparison.Ordinal) || name.EndsWith("Posting", StringComparison.Ordinal) || name is "Report"
            );
    }

    private static string? Text(JsonElement node, string name) =>
        node.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
