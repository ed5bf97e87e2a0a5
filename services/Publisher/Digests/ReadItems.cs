using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NewsEducator.Publisher.Coverage;
using NewsEducator.Publisher.Data;
using NewsEducator.Publisher.Pages;
using NewsEducator.Publisher.Withdrawals;

namespace NewsEducator.Publisher.Digests;

/// <summary>Items by themselves, and by what they have in common.</summary>
internal static class ReadItems
{
    private const int PageSize = 50;
    private const int LastPage = 10_000;

    /// <summary>410 with the reason where it was taken down; a retracted item's page says so.</summary>
    public static async Task<Results<RazorComponentResult, NotFound>> Page(
        Guid id,
        Frame frame,
        PublisherDb db,
        IOptions<PublisherOptions> options,
        CancellationToken cancellationToken
    )
    {
        var item = await db.DigestItems.AsNoTracking().SingleOrDefaultAsync(each => each.ItemId == id, cancellationToken);
        return item switch
        {
            null => TypedResults.NotFound(),
            { WithdrawnAt: null } => new RazorComponentResult<ItemPage>(
                new
                {
                    Frame = frame,
                    Item = item,
                    Aigc = GeneratedLabel.Of(options.Value, item.ItemId)?.Metadata(),
                }
            ),
            _ => new RazorComponentResult<WithdrawnItemPage>(new { Frame = frame, Item = item })
            {
                StatusCode = item.WithdrawnAs == WithdrawalKind.Takedown ? StatusCodes.Status410Gone : StatusCodes.Status200OK,
            },
        };
    }

    public static async Task<RazorComponentResult> Concepts(Frame frame, PublisherDb db, CancellationToken cancellationToken) =>
        new RazorComponentResult<ConceptListPage>(new { Frame = frame, Map = await CoverageMap.ReadAsync(db, cancellationToken) });

    public static async Task<RazorComponentResult> Sources(Frame frame, PublisherDb db, CancellationToken cancellationToken)
    {
        var sources = await Published
            .Items(db)
            .GroupBy(item => item.Source)
            .Select(source => new { source.Key, Count = source.Count() })
            .ToListAsync(cancellationToken);
        var topics = sources
            .OrderBy(source => source.Key, StringComparer.Ordinal)
            .Select(each => new Topic(each.Key, each.Key, each.Count));
        return TopicsOf(frame, frame["sources.title"], "/sources", [.. topics]);
    }

    public static async Task<Results<RazorComponentResult, NotFound>> Concept(
        string key,
        Frame frame,
        PublisherDb db,
        CancellationToken cancellationToken,
        int page = 1
    )
    {
        var items = await PageAsync(Published.Items(db).Where(item => item.ConceptKey == key), page, cancellationToken);
        var address = Uri.EscapeDataString(key);
        return items.Count == 0
            ? TypedResults.NotFound()
            : ListOf(
                frame,
                frame.Text("concept.title", items[0].Content.Concept.Name),
                $"/concepts/{address}",
                $"concepts/{address}/",
                items,
                page,
                await db.Cards.AnyAsync(
                    card => Published.Items(db).Any(i => i.ItemId == card.ItemId && i.ConceptKey == key),
                    cancellationToken
                )
            );
    }

    public static async Task<Results<RazorComponentResult, NotFound>> Source(
        string name,
        Frame frame,
        PublisherDb db,
        CancellationToken cancellationToken,
        int page = 1
    )
    {
        var items = await PageAsync(Published.Items(db).Where(item => item.Source == name), page, cancellationToken);
        return items.Count == 0
            ? TypedResults.NotFound()
            : ListOf(frame, frame.Text("source.title", name), $"/sources/{name}", "", items, page);
    }

    /// <summary>By name, with the name that the newest item gives it.</summary>
    public static async Task<List<Topic>> ConceptsAsync(PublisherDb db, CancellationToken cancellationToken)
    {
        var counts = await Published
            .Items(db)
            .GroupBy(item => item.ConceptKey)
            .Select(concept => new
            {
                Newest = concept.OrderByDescending(item => item.DigestDate).ThenBy(item => item.Number).First(),
                Count = concept.Count(),
            })
            .ToListAsync(cancellationToken);
        return
        [
            .. counts
                .Select(each => new Topic(Uri.EscapeDataString(each.Newest.ConceptKey), each.Newest.Content.Concept.Name, each.Count))
                .OrderBy(topic => topic.Name, StringComparer.Ordinal),
        ];
    }

    private static Task<List<DigestItem>> PageAsync(IQueryable<DigestItem> items, int page, CancellationToken cancellationToken) =>
        items
            .OrderByDescending(item => item.DigestDate)
            .ThenBy(item => item.Number)
            .Skip((Math.Clamp(page, 1, LastPage) - 1) * PageSize)
            .Take(PageSize + 1)
            .ToListAsync(cancellationToken);

    private static RazorComponentResult<ItemListPage> ListOf(
        Frame frame,
        string title,
        string path,
        string feedPath,
        List<DigestItem> items,
        int page,
        bool hasCards = false
    ) =>
        new(
            new
            {
                Frame = frame,
                Title = title,
                Path = path,
                FeedPath = feedPath,
                Items = items.Take(PageSize).ToList(),
                HasCards = hasCards,
                Page = Math.Clamp(page, 1, LastPage),
                HasMore = items.Count > PageSize,
            }
        );

    private static RazorComponentResult<TopicListPage> TopicsOf(Frame frame, string title, string path, IReadOnlyList<Topic> topics) =>
        new(
            new
            {
                Frame = frame,
                Title = title,
                Path = path,
                Topics = topics,
            }
        );
}

/// <summary>A concept or a source and how much is published of it.</summary>
/// <param name="Address">As in its page's path.</param>
/// <param name="Name">As readers see it.</param>
/// <param name="Items">Published items.</param>
public sealed record Topic(string Address, string Name, int Items);
