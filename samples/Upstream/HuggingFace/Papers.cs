using System.Globalization;
using NewsEducator.Upstream.Day;
using NewsEducator.Upstream.Http;

namespace NewsEducator.Upstream.HuggingFace;

internal static class Papers
{
    public static IResult Daily(string? date, int? limit, int? p, SampleDay day)
    {
        var size = Math.Clamp(limit ?? 50, 1, 100);
        var papers = day.Of(ItemKind.Paper)
            .Where(item => date is null || Day(item) == date)
            .OrderByDescending(item => item.CreatedAt)
            .Skip((p ?? 0) * size)
            .Take(size);
        return Tagged.Json(papers.Select(PaperJson.Listed), HubJson.Options);
    }

    /// <summary>The comments are in the answer only when asked for with field=comments.</summary>
    public static IResult Get(string id, string? field, SampleDay day) =>
        day.Find(id, ItemKind.Paper) is { } paper
            ? Tagged.Json(PaperJson.Of(paper, withComments: field == "comments"), HubJson.Options)
            : HubJson.NotFound("Paper not found");

    private static string Day(SampleItem item) => item.CreatedAt.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
