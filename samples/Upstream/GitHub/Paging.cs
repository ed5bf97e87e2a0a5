using Microsoft.AspNetCore.Mvc;

namespace NewsEducator.Upstream.GitHub;

internal sealed record Paging
{
    [FromQuery(Name = "per_page")]
    public int? PerPage { get; init; }

    [FromQuery(Name = "page")]
    public int? Page { get; init; }

    private int Size => Math.Clamp(PerPage ?? 30, 1, 100);

    private int Current => Math.Max(Page ?? 1, 1);

    /// <summary>The page asked for; the Link header points to its neighbours under the given address.</summary>
    public T[] Slice<T>(IReadOnlyCollection<T> all, string address, HttpContext context)
    {
        var last = Math.Max(1, (all.Count + Size - 1) / Size);
        var links = new List<string>();
        void Link(string relation, int page) => links.Add($"<{address}{Query(context.Request, page)}>; rel=\"{relation}\"");
        if (Current > 1)
        {
            Link("prev", Math.Min(Current - 1, last));
        }

        if (Current < last)
        {
            Link("next", Current + 1);
            Link("last", last);
        }

        if (Current > 1)
        {
            Link("first", 1);
        }

        if (links.Count > 0)
        {
            context.Response.Headers.Link = string.Join(", ", links);
        }

        return [.. all.Skip((Current - 1) * Size).Take(Size)];
    }

    private static QueryString Query(HttpRequest request, int page) =>
        QueryString.Create(request.Query.Where(pair => pair.Key != "page").Append(new("page", $"{page}")));
}
