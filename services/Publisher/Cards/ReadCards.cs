using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using NewsEducator.Publisher.Data;

namespace NewsEducator.Publisher.Cards;

internal static class ReadCards
{
    private const int PageSize = 100;

    /// <param name="before">Keyset: cards of digests dated earlier than this.</param>
    public static async Task<Ok<List<Card>>> List(PublisherDb db, CancellationToken cancellationToken, DateOnly? before = null) =>
        TypedResults.Ok(await db.Cards.AsNoTracking()
            .Where(card => before == null || card.DigestDate < before)
            .OrderByDescending(card => card.DigestDate).ThenBy(card => card.Id).Take(PageSize)
            .ToListAsync(cancellationToken));

    public static async Task<Results<ContentHttpResult, NotFound>> Markdown(Guid id, PublisherDb db, CancellationToken cancellationToken)
    {
        var card = await db.Cards.AsNoTracking().SingleOrDefaultAsync(each => each.Id == id, cancellationToken);
        if (card is null)
        {
            return TypedResults.NotFound();
        }

        var item = await db.DigestItems.AsNoTracking().SingleAsync(each => each.ItemId == card.ItemId, cancellationToken);
        return TypedResults.Text(CardText.Render(card, item), "text/markdown; charset=utf-8");
    }
}
