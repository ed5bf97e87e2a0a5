using Microsoft.EntityFrameworkCore;
using NewsEducator.Contracts;
using NewsEducator.Review.Candidates.Stories;
using NewsEducator.Review.Data;
using NewsEducator.Review.Schedule;
using NewsEducator.Review.Texts;

namespace NewsEducator.Review.Candidates.Queue;

/// <summary>Takes a candidate out, or marks it, whose source was taken back. The caller saves.</summary>
internal sealed class MarkWithdrawn(ReviewDb db, PackCalendar calendar, TimeProvider time)
{
    /// <param name="candidate">In any state.</param>
    /// <param name="how">In words of the source, or what was seen there.</param>
    /// <param name="seenAt">When that was seen.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task MarkAsync(Candidate candidate, string how, DateTimeOffset seenAt, CancellationToken cancellationToken)
    {
        var (detail, seen) = (PlainText.Line(how, 300), $"{calendar.LocalOf(seenAt):yyyy-MM-dd HH:mm}");
        if (
            !candidate.Withdraw(
                Text.Get("finding.withdrawn", Text.Chinese, detail, seen),
                Text.Get("finding.withdrawn", Text.English, detail, seen),
                time.GetUtcNow()
            )
        )
        {
            return;
        }

        await db.SettleStoryAsync(candidate.EventId, cancellationToken);
        if (candidate.PackId is { } packId)
        {
            var pack = await db.Packs.SingleAsync(each => each.Id == packId, cancellationToken);
            pack.Touch();
        }
    }
}
