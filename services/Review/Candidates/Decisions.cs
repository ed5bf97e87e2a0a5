using NewsEducator.Contracts;
using NewsEducator.Review.Data;
using NewsEducator.Review.Packs;

namespace NewsEducator.Review.Candidates;

/// <summary>The one way in which a candidate is decided or edited, for page, API and file.</summary>
internal static class Decisions
{
    /// <summary>Records the choice and its history; the caller has checked <see cref="Hindrance"/> and saves.</summary>
    public static void Decide(this ReviewDb db, Pack pack, Candidate candidate, Choice? choice, string? reason, Actor who, DateTimeOffset now)
    {
        if (candidate.Choice == choice && candidate.Reason == reason)
        {
            return;
        }

        var before = candidate.Choice;
        candidate.Decide(choice, reason, who.Name, now);
        pack.Touch();
        db.History.Add(Entry(pack, candidate, HistoryAction.Decided, who, now, before));
        ReviewMetrics.Decided(choice, who.Via);
    }

    /// <summary>Takes over the reviewer's text and has it screened again.</summary>
    public static void Edit(this ReviewDb db, Pack pack, Candidate candidate, string title, string summary, Actor who, DateTimeOffset now)
    {
        var source = candidate.Source ?? throw new InvalidOperationException($"Candidate {candidate.Id} has no fetched source and cannot be edited.");
        var before = candidate.Choice;
        var textBefore = $"{candidate.Content.Title}\n{candidate.Content.Text}";
        candidate.Edit(title, summary);
        pack.Touch();
        db.History.Add(Entry(pack, candidate, HistoryAction.Edited, who, now, before, textBefore));
        db.Publish(
            new CandidateEdited
            {
                CandidateId = candidate.Id,
                Source = source,
                Summary = candidate.Content,
                Revision = candidate.Revision,
                EditedBy = who.Name,
                Submission = candidate.Submission,
            },
            candidate.TraceParent);
    }

    /// <summary>Takes back this person's latest decision in the pack that still stands.</summary>
    /// <returns>The candidate, or null where there is nothing to take back.</returns>
    public static Candidate? Undo(this ReviewDb db, Pack pack, Actor who, DateTimeOffset now)
    {
        var undone = db.History.Where(entry => entry.PackId == pack.Id && entry.Undoes != null).Select(entry => entry.Undoes!.Value);
        var last = db.History
            .Where(entry => entry.PackId == pack.Id && entry.By == who.Name && entry.Action == HistoryAction.Decided && !undone.Contains(entry.Id))
            .OrderByDescending(entry => entry.Id)
            .FirstOrDefault();
        var candidate = pack.Candidates.Find(each => each.Id == last?.CandidateId);
        if (last is null || candidate is null || candidate.Hinders(last.Before) is not null)
        {
            return null;
        }

        var before = candidate.Choice;
        candidate.Decide(last.Before, null, who.Name, now);
        pack.Touch();
        db.History.Add(Entry(pack, candidate, HistoryAction.Undone, who, now, before, undoes: last.Id));
        return candidate;
    }

    /// <returns>The candidate that takes this one's place in the next pack.</returns>
    public static Candidate OfferAgain(this ReviewDb db, Candidate candidate, string? note, Actor who, DateTimeOffset now)
    {
        var again = candidate.OfferAgain(note, now);
        db.Candidates.Add(again);
        db.History.Add(Settled(candidate, HistoryAction.Returned, note, who, now));
        return again;
    }

    public static Candidate SkipVerified(this ReviewDb db, Candidate candidate, string? note, Actor who, DateTimeOffset now)
    {
        candidate.SkipVerified(note);
        db.History.Add(Settled(candidate, HistoryAction.Dismissed, note, who, now));
        db.Publish(
            new ItemSkipped
            {
                CandidateId = candidate.Id,
                ItemId = candidate.Source?.ItemId ?? ItemIds.ForUrl(candidate.Url),
                PackDate = DateOnly.FromDateTime(now.UtcDateTime),
                SkippedBy = who.Name,
                SkippedAt = now,
            },
            candidate.TraceParent);
        return candidate;
    }

    /// <returns>Why the choice is not possible, as a key of texts.json, or null.</returns>
    public static string? Hindrance(Pack pack, Candidate candidate, Choice? choice) =>
        pack.IsReleased ? "decide.released" : candidate.Hinders(choice);

    private static HistoryEntry Settled(Candidate candidate, HistoryAction action, string? note, Actor who, DateTimeOffset now) => new()
    {
        PackId = candidate.PackId!.Value,
        CandidateId = candidate.Id,
        At = now,
        By = who.Name,
        Via = who.Via,
        Action = action,
        Before = candidate.Choice,
        After = candidate.Choice,
        Reason = note,
    };

    private static HistoryEntry Entry(
        Pack pack, Candidate candidate, HistoryAction action, Actor who, DateTimeOffset now, Choice? before, string? textBefore = null, long? undoes = null) => new()
        {
            PackId = pack.Id,
            CandidateId = candidate.Id,
            At = now,
            By = who.Name,
            Via = who.Via,
            Action = action,
            Before = before,
            After = candidate.Choice,
            Reason = candidate.Reason,
            ContentHash = candidate.ApprovedHash,
            TextBefore = textBefore,
            Undoes = undoes,
        };
}
