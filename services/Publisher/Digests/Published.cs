using Microsoft.EntityFrameworkCore;
using NewsEducator.Publisher.Data;

namespace NewsEducator.Publisher.Digests;

/// <summary>The one rule of what is public: released, approved and not withdrawn. Every page, feed, index and file reads through it.</summary>
internal static class Published
{
    public static IQueryable<DigestItem> Items(PublisherDb db) => db.DigestItems.AsNoTracking().Where(item => item.WithdrawnAt == null);

    public static IQueryable<Digest> Digests(PublisherDb db) =>
        db.Digests.AsNoTracking().Include(digest => digest.Items).Include(digest => digest.Revisions).AsSplitQuery();
}
