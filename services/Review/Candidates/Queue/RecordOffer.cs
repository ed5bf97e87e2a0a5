using Microsoft.EntityFrameworkCore;
using NewsEducator.Contracts;
using NewsEducator.Review.Candidates.Decisions;
using NewsEducator.Review.Candidates.History;
using NewsEducator.Review.Data;
using NewsEducator.Review.Packs;

namespace NewsEducator.Review.Candidates.Queue;

/// <summary>How a candidate comes into a pack, comes back into the queue, leaves it, and who is to look at it; each with its
/// history.</summary>
internal static class RecordOffer
{
    /// <summary>From the rest that waits into an open pack, behind what it offers.</summary>
    public static void AddToPack(this ReviewDb db, Pack pack, Candidate candidate, Placement placement, Actor who, DateTimeOffset now)
    {
        candidate.Offer(pack.Id, pack.Candidates.Select(each => each.Number ?? 0).DefaultIfEmpty().Max() + 1, placement);
        pack.Touch();
        db.History.Add(HistoryEntries.Entry(candidate, HistoryAction.Added, who, now, (null, null), null, null));
    }

    /// <returns>The candidate that takes this one's place in the next pack.</returns>
    public static Candidate OfferAgain(this ReviewDb db, Candidate candidate, string? note, Actor who, DateTimeOffset now)
    {
        var again = candidate.OfferAgain(note, now);
        db.AddReturned(again, candidate);
        db.History.Add(HistoryEntries.Settled(candidate, HistoryAction.Returned, note, who, now));
        return again;
    }

    /// <summary>The same for one that nobody decided; nobody did it either.</summary>
    public static void Carry(this ReviewDb db, Candidate candidate) => db.AddReturned(candidate.Carry(), candidate);

    public static Candidate SkipVerified(this ReviewDb db, Candidate candidate, string? note, Actor who, DateTimeOffset now)
    {
        candidate.SkipVerified(note);
        db.History.Add(HistoryEntries.Settled(candidate, HistoryAction.Dismissed, note, who, now));
        db.Publish(
            new ItemSkipped
            {
                CandidateId = candidate.Id,
                ItemId = candidate.ItemId,
                PackDate = DateOnly.FromDateTime(now.UtcDateTime),
                SkippedBy = who.Name,
                SkippedAt = now,
            },
            candidate.TraceParent
        );
        return candidate;
    }

    public static void Assign(this ReviewDb db, Pack pack, Candidate candidate, string? to, Actor who, DateTimeOffset now)
    {
        candidate.Assign(to);
        pack.Touch();
        db.History.Add(HistoryEntries.Entry(candidate, HistoryAction.Assigned, who, now, (candidate.Choice, null), candidate.Choice, to));
    }

    private static void AddReturned(this ReviewDb db, Candidate again, Candidate former)
    {
        db.Candidates.Add(again);
        db.Publish(new CandidateReturned { CandidateId = again.Id, Former = former.Id }, former.TraceParent);
    }
}
