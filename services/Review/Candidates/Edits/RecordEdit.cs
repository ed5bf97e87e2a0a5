using Microsoft.EntityFrameworkCore;
using NewsEducator.Contracts;
using NewsEducator.Review.Candidates.Decisions;
using NewsEducator.Review.Candidates.History;
using NewsEducator.Review.Data;
using NewsEducator.Review.Packs;

namespace NewsEducator.Review.Candidates.Edits;

/// <summary>The one way in which a candidate is edited, for page, API and file.</summary>
internal static class RecordEdit
{
    /// <summary>Takes over the reviewer's text and has it screened again.</summary>
    public static void Edit(this ReviewDb db, Pack pack, Candidate candidate, EditRequest edit, Actor who, DateTimeOffset now)
    {
        if (candidate.Source is null)
        {
            throw new InvalidOperationException($"Candidate {candidate.Id} has no fetched source and cannot be edited.");
        }

        var before = (candidate.Choice, candidate.Reason);
        var textBefore = HistoryEntries.TextOf(candidate);
        candidate.Edit(edit);
        pack.Touch();
        db.History.Add(HistoryEntries.Entry(candidate, HistoryAction.Edited, who, now, before, null, null, textBefore));
        db.Publish(ToScreen(candidate, who), candidate.TraceParent);
    }

    /// <summary>The candidate's text, as a person has written it, on its way to the screening.</summary>
    public static CandidateEdited ToScreen(Candidate candidate, Actor who) =>
        new()
        {
            CandidateId = candidate.Id,
            Source = candidate.Source!,
            Summary = candidate.Content,
            Revision = candidate.Revision,
            EditedBy = who.Name,
            Submission = candidate.Submission,
            UpdateOf = candidate.EventId == candidate.Source!.ItemId ? null : candidate.EventId,
            Related = candidate.FurtherSources,
        };

    /// <summary>The decision falls with the concept that it was made on.</summary>
    public static void CorrectConcept(this ReviewDb db, Pack pack, Candidate candidate, Concept concept, Actor who, DateTimeOffset now)
    {
        var was = candidate.Content.Concept;
        if (was.Key == concept.Key)
        {
            return;
        }

        var before = (candidate.Choice, candidate.Reason);
        candidate.CorrectConcept(concept);
        pack.Touch();
        db.History.Add(
            HistoryEntries.Entry(
                candidate,
                HistoryAction.Reclassified,
                who,
                now,
                before,
                null,
                null,
                HistoryEntries.TextOf(was),
                textAfter: HistoryEntries.TextOf(concept)
            )
        );
    }
}
