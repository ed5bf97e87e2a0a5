using Microsoft.EntityFrameworkCore;
using NewsEducator.Publisher.Data;

namespace NewsEducator.Publisher.Digests;

/// <summary>Which approved items of a release may be published, and why the others may not.</summary>
internal sealed class JudgeItems(PublisherDb db)
{
    /// <returns>The items in their order; a refusal for each that is not published.</returns>
    public async Task<IReadOnlyList<(ApprovedItem Item, string? Refusal)>> RunAsync(
        Release release,
        IEnumerable<ApprovedItem> arrived,
        CancellationToken cancellationToken
    )
    {
        var inOrder = arrived.OrderBy(item => item.Number).ToList();
        var ids = inOrder.ConvertAll(item => item.Content.ItemId);
        var taken = await db
            .DigestItems.Where(item => ids.Contains(item.ItemId))
            .Select(item => item.ItemId)
            .ToHashSetAsync(cancellationToken);
        var copy = await CopyAsync(release, cancellationToken);
        return inOrder.ConvertAll(item => (item, Judge(item, release, taken, copy)));
    }

    /// <returns>Of what was not published.</returns>
    public async Task<IEnumerable<string>> RefusalsAsync(
        Release release,
        IEnumerable<ApprovedItem> items,
        CancellationToken cancellationToken
    ) => (await RunAsync(release, items, cancellationToken)).Select(each => each.Refusal!);

    /// <returns>Null where this database knows all that was published until the release's date.</returns>
    private Task<RestoredCopy?> CopyAsync(Release release, CancellationToken cancellationToken) =>
        db
            .RestoredCopies.Where(copy => copy.PublishedUntil >= release.PackDate)
            .OrderBy(copy => copy.Id)
            .LastOrDefaultAsync(cancellationToken);

    private static string? Judge(ApprovedItem item, Release release, HashSet<Guid> taken, RestoredCopy? copy)
    {
        if (!item.IsGenuine || !release.Approved.Any(each => each.CandidateId == item.CandidateId && each.ContentHash == item.ContentHash))
        {
            return $"{item.Number}: the content is not what was approved (hash differs); nothing of it is published";
        }

        return !taken.Add(item.Content.ItemId) ? $"{item.Number}: {item.Content.CanonicalUrl} is published already"
            : copy is null ? null
            : $"{item.Number}: {copy.Doubt}";
    }
}
