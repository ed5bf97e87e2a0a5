using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NewsEducator.Contracts;
using NewsEducator.Publisher.Data;
using NewsEducator.Publisher.Digests;

namespace NewsEducator.Publisher.Corrections;

/// <summary>Digests as editors see them: what was published, what was changed since, and by whom.</summary>
internal static class ListDigests
{
    /// <param name="before">Keyset: digests dated earlier than this.</param>
    public static async Task<Ok<List<PublishedDigest>>> Handle(
        PublisherDb db,
        IOptions<PublisherOptions> options,
        CancellationToken cancellationToken,
        DateOnly? before = null
    )
    {
        var digests = await Published
            .Digests(db)
            .Where(digest => before == null || digest.Date < before)
            .OrderByDescending(digest => digest.Date)
            .Take(IPublisherApi.DigestsOfPage)
            .ToListAsync(cancellationToken);
        return TypedResults.Ok(digests.ConvertAll(digest => Of(digest, options.Value)));
    }

    private static PublishedDigest Of(Digest digest, PublisherOptions options) =>
        new(
            digest.Date,
            digest.Revision,
            digest.PublishedAt,
            options.AddressOf(digest.Date),
            [
                .. digest
                    .Items.OrderBy(item => item.Number)
                    .Select(item => new PublishedEntry(
                        item.ItemId,
                        item.Number,
                        item.Content.Title,
                        item.ApprovedBy,
                        item.WithdrawnAs?.ToString(),
                        item.WithdrawalReason
                    )),
            ],
            [
                .. digest
                    .Revisions.OrderByDescending(each => each.Number)
                    .Select(each => new PublishedRevision(
                        each.Number,
                        each.At,
                        each.By,
                        each.Kind.ToString(),
                        each.ItemNumber,
                        each.Reason
                    )),
            ]
        );
}
