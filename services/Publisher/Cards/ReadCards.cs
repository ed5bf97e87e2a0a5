using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using NewsEducator.Publisher.Data;
using NewsEducator.Publisher.Digests;
using NewsEducator.Publisher.Withdrawals;

namespace NewsEducator.Publisher.Cards;

internal static class ReadCards
{
    private const int PageSize = 100;
    private const string MarkdownType = "text/markdown; charset=utf-8";

    /// <param name="before">Keyset: cards of digests dated earlier than this.</param>
    public static async Task<Ok<List<Card>>> List(PublisherDb db, CancellationToken cancellationToken, DateOnly? before = null) =>
        TypedResults.Ok(
            await db
                .Cards.AsNoTracking()
                .Where(card => before == null || card.DigestDate < before)
                .Where(card => Published.Items(db).Any(item => item.ItemId == card.ItemId))
                .OrderByDescending(card => card.DigestDate)
                .ThenBy(card => card.Id)
                .Take(PageSize)
                .ToListAsync(cancellationToken)
        );

    /// <summary>410 with the reason where its item was taken down.</summary>
    public static async Task<Results<ContentHttpResult, NotFound, ProblemHttpResult>> Markdown(
        Guid id,
        PublisherDb db,
        CancellationToken cancellationToken
    )
    {
        var card = await db.Cards.AsNoTracking().SingleOrDefaultAsync(each => each.Id == id, cancellationToken);
        if (card is null)
        {
            return TypedResults.NotFound();
        }

        var item = await db.DigestItems.AsNoTracking().SingleAsync(each => each.ItemId == card.ItemId, cancellationToken);
        return item switch
        {
            { WithdrawnAt: null } => TypedResults.Text(CardText.Render(card, item), MarkdownType),
            { WithdrawnAs: WithdrawalKind.Retraction } => TypedResults.Text(CardText.RenderWithdrawn(card, item), MarkdownType),
            _ => TypedResults.Problem(item.WithdrawalReason, statusCode: StatusCodes.Status410Gone),
        };
    }
}
