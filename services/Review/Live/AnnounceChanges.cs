using Microsoft.EntityFrameworkCore;
using NewsEducator.Review.Data;

namespace NewsEducator.Review.Live;

/// <summary>Tells every replica what was saved: heard when the transaction commits, and not at all where it does not.</summary>
internal static class AnnounceChanges
{
    public const string Channel = "review_changes";

    public static async Task AnnounceAsync(this ReviewDb db, IReadOnlyCollection<Change> changes, CancellationToken cancellationToken)
    {
        if (changes.Count > 0)
        {
            string[] texts = [.. changes.Select(change => change.Write())];
            await db.Database.ExecuteSqlAsync($"SELECT pg_notify({Channel}, text) FROM unnest({texts}) text", cancellationToken);
        }
    }
}
