using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using NewsEducator.Collector.Data;
using NewsEducator.Contracts;

namespace NewsEducator.Collector.Items;

internal static class ListItems
{
    private const int PageSize = 50;
    private const int LargestPage = 200;

    /// <summary>The newest first. The next page is asked for with <c>before</c>.</summary>
    public static async Task<Ok<Response>> Handle(
        CollectorDb db,
        ItemState? state,
        DropReason? reason,
        string? source,
        long? before,
        int? limit,
        CancellationToken cancellationToken
    )
    {
        var size = Math.Clamp(limit ?? PageSize, 1, LargestPage);
        var items = await db
            .Items.AsNoTracking()
            .Where(item =>
                (state == null || item.State == state)
                && (reason == null || item.Reason == reason)
                && (source == null || item.SourceId == source)
                && (before == null || item.Sequence < before)
            )
            .OrderByDescending(item => item.Sequence)
            .Take(size)
            .ToListAsync(cancellationToken);
        return TypedResults.Ok(new Response([.. items.Select(ItemView.Of)], items.Count == size ? items[^1].Sequence : null));
    }

    /// <param name="Items">A page of items.</param>
    /// <param name="Next">What to pass as <c>before</c> for the next page; null on the last one.</param>
    internal sealed record Response(IReadOnlyList<ItemView> Items, long? Next);
}
