using Microsoft.EntityFrameworkCore;
using NewsEducator.Contracts;
using NewsEducator.Review.Data;

namespace NewsEducator.Review.Candidates.Stories;

/// <summary>The stored candidates of one event.</summary>
internal static class StoryRows
{
    /// <summary>Brings all candidates of an event in line; the caller saves.</summary>
    /// <remarks>Two that arrive at once cannot both lead it: the column is unique, and the loser retries.</remarks>
    public static async Task SettleStoryAsync(this ReviewDb db, Guid? eventId, CancellationToken cancellationToken)
    {
        if (eventId is null)
        {
            return;
        }

        await db.Candidates.Where(candidate => candidate.EventId == eventId).LoadAsync(cancellationToken);
        var candidates = db.Candidates.Local.Where(candidate => candidate.EventId == eventId).ToList();
        if (
            Story.Settle(candidates) is { } leader
            && Story.Earlier(leader, candidates) is { PackId: { } packId, Number: { } number } earlier
        )
        {
            var date = await db.Packs.Where(pack => pack.Id == packId).Select(pack => pack.Date).SingleAsync(cancellationToken);
            leader.ComeBackAfter(new EarlierStory(earlier.Id, date, number, earlier.Content.Title));
        }
    }
}
