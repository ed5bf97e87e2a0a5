using Microsoft.EntityFrameworkCore;
using NewsEducator.Contracts;
using NewsEducator.Review.Candidates.History;
using NewsEducator.Review.Data;
using NewsEducator.Review.Packs;

namespace NewsEducator.Review.Candidates.Decisions;

/// <summary>The one way in which a candidate is decided, for page, API and file.</summary>
internal static class RecordDecision
{
    private const int UndoDepth = 10;

    /// <summary>Records the choice, or one of two opinions, and its history; the caller has checked <see cref="Permissions"/> and
    /// saves.</summary>
    public static void Decide(
        this ReviewDb db,
        Pack pack,
        Candidate candidate,
        Choice? choice,
        string? reason,
        Actor who,
        DateTimeOffset now
    )
    {
        var inForce = DecisionInForce(pack, candidate, who);
        if (inForce == (choice, reason))
        {
            return;
        }

        Set(pack, candidate, choice, reason, who, now);
        db.History.Add(
            HistoryEntries.Entry(candidate, pack.FourEyes ? HistoryAction.Opined : HistoryAction.Decided, who, now, inForce, choice, reason)
        );
        ReviewMetrics.Decided(choice, who.Via);
    }

    /// <summary>Takes back this person's latest decision in the pack that still stands; at most their last ten.</summary>
    /// <returns>The candidate, or null where there is nothing to take back.</returns>
    public static async Task<Candidate?> UndoAsync(
        this ReviewDb db,
        Pack pack,
        Actor who,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var own = db
            .History.Where(entry =>
                entry.PackId == pack.Id
                && entry.By == who.Name
                && (entry.Action == HistoryAction.Decided || entry.Action == HistoryAction.Opined)
            )
            .OrderByDescending(entry => entry.Id)
            .Select(entry => entry.Id)
            .Take(UndoDepth);
        var oldest = await own.OrderBy(id => id).FirstOrDefaultAsync(cancellationToken);
        var recent = await db
            .History.AsNoTracking()
            .Where(entry => entry.PackId == pack.Id && entry.Id >= oldest)
            .OrderBy(entry => entry.Id)
            .ToListAsync(cancellationToken);
        var last = UndoStack.Last(recent, who.Name);
        var candidate = pack.Candidates.Find(each => each.Id == last?.CandidateId);
        if (
            last is null
            || candidate is null
            || Permissions.Hindrance(pack, candidate, last.Before, last.ReasonBefore ?? "-", who) is not null
        )
        {
            return null;
        }

        var inForce = DecisionInForce(pack, candidate, who);
        Set(pack, candidate, last.Before, last.ReasonBefore, who, now);
        db.History.Add(
            HistoryEntries.Entry(candidate, HistoryAction.Undone, who, now, inForce, last.Before, last.ReasonBefore, undoes: last.Id)
        );
        return candidate;
    }

    /// <summary>What this person's word is at present: under four eyes their own opinion, else the decision.</summary>
    public static (Choice? Choice, string? Reason) DecisionInForce(Pack pack, Candidate candidate, Actor who) =>
        !pack.FourEyes ? (candidate.Choice, candidate.Reason)
        : candidate.Opinions.FirstOrDefault(opinion => opinion.By == who.Name) is { } own ? (own.Choice, own.Reason)
        : (null, null);

    private static void Set(Pack pack, Candidate candidate, Choice? choice, string? reason, Actor who, DateTimeOffset now)
    {
        if (pack.FourEyes)
        {
            candidate.Opine(choice, reason, who.Name, now);
        }
        else
        {
            candidate.Decide(choice, reason, who.Name, now);
        }

        pack.Touch();
    }
}
