using Microsoft.EntityFrameworkCore;
using NewsEducator.Contracts;
using NewsEducator.Review.Data;
using NewsEducator.Review.Packs;

namespace NewsEducator.Review.Candidates;

/// <summary>The one way in which a candidate is decided or edited, for page, API and file.</summary>
internal static class Decisions
{
    private const int UndoDepth = 10;

    /// <summary>Records the choice, or one of two opinions, and its history; the caller has checked <see cref="ReviewRules"/> and saves.</summary>
    public static void Decide(this ReviewDb db, Pack pack, Candidate candidate, Choice? choice, string? reason, Actor who, DateTimeOffset now)
    {
        var standing = Standing(pack, candidate, who);
        if (standing == (choice, reason))
        {
            return;
        }

        Set(pack, candidate, choice, reason, who, now);
        db.History.Add(Entry(candidate, pack.FourEyes ? HistoryAction.Opined : HistoryAction.Decided, who, now, standing, choice, reason));
        ReviewMetrics.Decided(choice, who.Via);
    }

    /// <summary>Takes over the reviewer's text and has it screened again.</summary>
    public static void Edit(this ReviewDb db, Pack pack, Candidate candidate, EditRequest edit, Actor who, DateTimeOffset now)
    {
        var source = candidate.Source ?? throw new InvalidOperationException($"Candidate {candidate.Id} has no fetched source and cannot be edited.");
        var before = (candidate.Choice, candidate.Reason);
        var textBefore = TextOf(candidate);
        candidate.Edit(edit);
        pack.Touch();
        db.History.Add(Entry(candidate, HistoryAction.Edited, who, now, before, null, null, textBefore));
        db.Publish(
            new CandidateEdited
            {
                CandidateId = candidate.Id,
                Source = source,
                Summary = candidate.Content,
                Revision = candidate.Revision,
                EditedBy = who.Name,
                Submission = candidate.Submission,
                UpdateOf = candidate.EventId == source.ItemId ? null : candidate.EventId,
                Related = candidate.FurtherSources,
            },
            candidate.TraceParent);
    }

    /// <summary>Takes back this person's latest decision in the pack that still stands; at most their last ten.</summary>
    /// <returns>The candidate, or null where there is nothing to take back.</returns>
    public static async Task<Candidate?> UndoAsync(this ReviewDb db, Pack pack, Actor who, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var own = db.History
            .Where(entry => entry.PackId == pack.Id && entry.By == who.Name && (entry.Action == HistoryAction.Decided || entry.Action == HistoryAction.Opined))
            .OrderByDescending(entry => entry.Id).Select(entry => entry.Id).Take(UndoDepth);
        var oldest = await own.OrderBy(id => id).FirstOrDefaultAsync(cancellationToken);
        var recent = await db.History.AsNoTracking().Where(entry => entry.PackId == pack.Id && entry.Id >= oldest).OrderBy(entry => entry.Id).ToListAsync(cancellationToken);
        var last = UndoStack.Last(recent, who.Name);
        var candidate = pack.Candidates.Find(each => each.Id == last?.CandidateId);
        if (last is null || candidate is null || ReviewRules.Hindrance(pack, candidate, last.Before, last.ReasonBefore ?? "-", who) is not null)
        {
            return null;
        }

        var standing = Standing(pack, candidate, who);
        Set(pack, candidate, last.Before, last.ReasonBefore, who, now);
        db.History.Add(Entry(candidate, HistoryAction.Undone, who, now, standing, last.Before, last.ReasonBefore, undoes: last.Id));
        return candidate;
    }

    public static void Assign(this ReviewDb db, Pack pack, Candidate candidate, string? to, Actor who, DateTimeOffset now)
    {
        candidate.Assign(to);
        pack.Touch();
        db.History.Add(Entry(candidate, HistoryAction.Assigned, who, now, (candidate.Choice, null), candidate.Choice, to));
    }

    /// <returns>The candidate that takes this one's place in the next pack.</returns>
    public static Candidate OfferAgain(this ReviewDb db, Candidate candidate, string? note, Actor who, DateTimeOffset now)
    {
        var again = candidate.OfferAgain(note, now);
        db.AddReturned(again, candidate);
        db.History.Add(Settled(candidate, HistoryAction.Returned, note, who, now));
        return again;
    }

    /// <summary>The same for one that nobody decided; nobody did it either.</summary>
    public static void Carry(this ReviewDb db, Candidate candidate) => db.AddReturned(candidate.Carry(), candidate);

    public static Candidate SkipVerified(this ReviewDb db, Candidate candidate, string? note, Actor who, DateTimeOffset now)
    {
        candidate.SkipVerified(note);
        db.History.Add(Settled(candidate, HistoryAction.Dismissed, note, who, now));
        db.Publish(
            new ItemSkipped
            {
                CandidateId = candidate.Id,
                ItemId = candidate.ItemId,
                PackDate = DateOnly.FromDateTime(now.UtcDateTime),
                SkippedBy = who.Name,
                SkippedAt = now,
            },
            candidate.TraceParent);
        return candidate;
    }

    /// <summary>What this person's word is at present: under four eyes their own opinion, else the decision.</summary>
    public static (Choice? Choice, string? Reason) Standing(Pack pack, Candidate candidate, Actor who) =>
        !pack.FourEyes ? (candidate.Choice, candidate.Reason)
        : candidate.Opinions.FirstOrDefault(opinion => opinion.By == who.Name) is { } own ? (own.Choice, own.Reason)
        : (null, null);

    private static void AddReturned(this ReviewDb db, Candidate again, Candidate former)
    {
        db.Candidates.Add(again);
        db.Publish(new CandidateReturned { CandidateId = again.Id, Former = former.Id }, former.TraceParent);
    }

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

    public static HistoryEntry OfPack(Pack pack, HistoryAction action, Actor who, DateTimeOffset now, string? reason = null) => new()
    {
        PackId = pack.Id,
        CandidateId = pack.Id,
        At = now,
        By = who.Name,
        Via = who.Via,
        Action = action,
        Reason = reason,
    };

    private static HistoryEntry Settled(Candidate candidate, HistoryAction action, string? note, Actor who, DateTimeOffset now) =>
        Entry(candidate, action, who, now, (candidate.Choice, null), candidate.Choice, note);

    private static HistoryEntry Entry(
        Candidate candidate, HistoryAction action, Actor who, DateTimeOffset now, (Choice? Choice, string? Reason) before, Choice? after,
        string? reason, string? textBefore = null, long? undoes = null) => new()
        {
            PackId = candidate.PackId ?? candidate.Id,
            CandidateId = candidate.Id,
            At = now,
            By = who.Name,
            Via = who.Via,
            Action = action,
            Before = before.Choice,
            After = after,
            Reason = reason,
            ReasonBefore = before.Reason,
            ContentHash = candidate.ApprovedHash,
            TextBefore = textBefore,
            TextAfter = textBefore is null ? null : TextOf(candidate),
            Undoes = undoes,
        };

    private static string TextOf(Candidate candidate) => string.Join('\n', new[]
    {
        candidate.Content.Title, candidate.Content.Text, candidate.Content.OneLiner, candidate.Content.Analogy, TermLine.Write(candidate.Content.Terms),
    }.OfType<string>());
}
