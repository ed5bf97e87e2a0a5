using Microsoft.EntityFrameworkCore;
using NewsEducator.Review.Data;

namespace NewsEducator.Review.Schedule;

/// <summary>How late the day's pack is.</summary>
/// <param name="Uncut">Since when it should have been cut; zero where it was, or where no pack is due.</param>
/// <param name="Unreleased">How long the oldest pack of the last three days waits for decisions; zero where none does.</param>
internal sealed record PackDelays(TimeSpan Uncut, TimeSpan Unreleased)
{
    // An older one is history: somebody decided not to release it.
    private static readonly TimeSpan NotOlderThan = TimeSpan.FromDays(3);

    public static async Task<PackDelays> ReadAsync(
        ReviewDb db,
        DateTimeOffset? due,
        DateOnly today,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var isCut = due is null || now < due || await db.Packs.AnyAsync(pack => pack.Date == today, cancellationToken);
        var oldest = await db
            .Packs.Where(pack => pack.ReleasedAt == null && pack.CreatedAt >= now - NotOlderThan)
            .Where(pack => pack.Candidates.Any(candidate => candidate.Choice == null))
            .MinAsync(pack => (DateTimeOffset?)pack.CreatedAt, cancellationToken);
        return new PackDelays(
            isCut || !await PackSchedule.WasAtWorkAsync(db, due!.Value, cancellationToken) ? TimeSpan.Zero : now - due!.Value,
            now - (oldest ?? now)
        );
    }
}
