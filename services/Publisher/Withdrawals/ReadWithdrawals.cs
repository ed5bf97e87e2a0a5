using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using NewsEducator.Contracts;
using NewsEducator.Publisher.Data;
using NewsEducator.Publisher.Digests;
using NewsEducator.Publisher.Feeds;
using NewsEducator.Publisher.Mail.Issues;
using NewsEducator.Publisher.Notes;
using NewsEducator.ServiceDefaults.Http;

namespace NewsEducator.Publisher.Withdrawals;

internal static class ReadWithdrawals
{
    /// <summary>An output of the product and what was found there.</summary>
    /// <param name="Output">What was looked at.</param>
    /// <param name="IsDone">Nothing of the item is left there.</param>
    /// <param name="Proof">What was seen.</param>
    internal sealed record OutputCheck(string Output, bool IsDone, string Proof);

    /// <summary>The item, with its digest's revision as ETag.</summary>
    public static async Task<Results<Ok<PublishedItemView>, NotFound>> Item(
        Guid id,
        PublisherDb db,
        HttpContext http,
        CancellationToken cancellationToken
    )
    {
        if (await db.DigestItems.AsNoTracking().SingleOrDefaultAsync(each => each.ItemId == id, cancellationToken) is not { } item)
        {
            return TypedResults.NotFound();
        }

        var revision = await db
            .Digests.Where(each => each.Date == item.DigestDate)
            .Select(each => each.Revision)
            .SingleAsync(cancellationToken);
        VersionTag.Put(http.Response, revision);
        return TypedResults.Ok(PublishedItemView.Of(item, revision));
    }

    /// <summary>Looks at every output and says whether the withdrawal has reached it.</summary>
    public static async Task<Results<Ok<List<OutputCheck>>, NotFound>> Checks(
        Guid id,
        PublisherDb db,
        BuildFeed feeds,
        VaultCheck vault,
        CancellationToken cancellationToken
    )
    {
        var item = await db.DigestItems.AsNoTracking().SingleOrDefaultAsync(each => each.ItemId == id, cancellationToken);
        if (item?.WithdrawnAt is not { } at)
        {
            return TypedResults.NotFound();
        }

        var digest = (await ReadDigests.FindAsync(db, item.DigestDate, cancellationToken))!;
        var isRemoved = item.WithdrawnAs == WithdrawalKind.Takedown;
        var approved = await db
            .ApprovedItems.AsNoTracking()
            .SingleOrDefaultAsync(each => each.CandidateId == item.CandidateId, cancellationToken);
        var found = await Published.Items(db).CountAsync(each => each.ItemId == id, cancellationToken);
        var cards = await db.Cards.AsNoTracking().Where(card => card.ItemId == id).ToListAsync(cancellationToken);
        List<OutputCheck> checks =
        [
            new("item page", true, isRemoved ? "410" : "200 with the retraction's note"),
            new(
                "digest",
                digest.InOrder().All(each => each.ItemId != id),
                Text($"revision {digest.Revision}, {digest.InOrder().Count()} items left")
            ),
            new("archive, concept and source pages, sitemap", found == 0, Text($"{found} published items have this id")),
            new("search", item is { SearchText: "", SearchTokens.Count: 0 }, Text($"{item.SearchTokens.Count} tokens indexed")),
            new("cards", cards.TrueForAll(card => !isRemoved || card.Title.Length == 0), Text($"{cards.Count} cards, shown as withdrawn")),
            await FeedCheckAsync(feeds, id, at, cancellationToken),
            await MailCheckAsync(db, digest.Date, cancellationToken),
        ];
        if (isRemoved)
        {
            var isForgotten = item.Content.Summary.Length == 0 && approved?.Content.Summary is null or "";
            checks.Add(new("database", isForgotten, isForgotten ? "the text is removed" : "the text is still stored"));
        }

        checks.AddRange(await vault.OfAsync(item, cancellationToken));
        return TypedResults.Ok(checks);
    }

    private static async Task<OutputCheck> FeedCheckAsync(BuildFeed feeds, Guid id, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var feed = (await feeds.OfAsync(FeedTopic.All, cancellationToken))!;
        var isGone = feed.Entries.All(entry => entry.Id != ComposeFeed.IdOf(id));
        return new("feeds", isGone && feed.Updated >= at, $"entry {(isGone ? "removed" : "present")}, updated {feed.Updated:u}");
    }

    private static async Task<OutputCheck> MailCheckAsync(PublisherDb db, DateOnly date, CancellationToken cancellationToken)
    {
        var waiting = await db.MailIssues.CountAsync(
            issue => issue.Date == date && issue.State != MailIssueState.Finished && issue.State != MailIssueState.Cancelled,
            cancellationToken
        );
        var sent = await db.MailDeliveries.CountAsync(
            mail => mail.Date == date && mail.Revision > 1 && mail.State == MailDeliveryState.Sent,
            cancellationToken
        );
        return new("mail", waiting == 0, Text($"{sent} mails of later revisions sent, {waiting} revisions wait"));
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
