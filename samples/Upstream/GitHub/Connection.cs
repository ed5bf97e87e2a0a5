using System.Globalization;
using System.Text;

namespace NewsEducator.Upstream.GitHub;

/// <summary>A page of a GraphQL list; a cursor holds the position after the node it stands for.</summary>
internal sealed record Connection(int TotalCount, PageInfo PageInfo, object[] Nodes)
{
    public static Connection Of(IReadOnlyList<object> all, int? first, string? after)
    {
        var start = after is null ? 0 : Position(after);
        var nodes = all.Skip(start).Take(Math.Clamp(first ?? 100, 1, 100)).ToArray();
        var end = start + nodes.Length;
        return new Connection(
            all.Count,
            new PageInfo(Cursor(start + 1), nodes.Length > 0 ? Cursor(end) : null, end < all.Count, start > 0),
            nodes
        );
    }

    private static string Cursor(int position) => Convert.ToBase64String(Encoding.ASCII.GetBytes($"cursor:v2:{position}"));

    private static int Position(string cursor) =>
        int.Parse(Encoding.ASCII.GetString(Convert.FromBase64String(cursor)).Split(':')[^1], CultureInfo.InvariantCulture);
}

internal sealed record PageInfo(string? StartCursor, string? EndCursor, bool HasNextPage, bool HasPreviousPage);
