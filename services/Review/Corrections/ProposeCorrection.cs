using Microsoft.Extensions.Options;
using NewsEducator.Contracts;
using NewsEducator.Review.Candidates;
using NewsEducator.Review.Candidates.Decisions;
using NewsEducator.Review.Candidates.Edits;
using NewsEducator.Review.Candidates.History;
using NewsEducator.Review.Data;

namespace NewsEducator.Review.Corrections;

/// <summary>A corrected text is proposed, screened, and approved by as many people as it needs, for page and API.</summary>
internal sealed class ProposeCorrection(
    ReviewDb db,
    ChangeCorrection changes,
    CorrectionMessages messages,
    IOptions<ReviewOptions> options,
    TimeProvider time
)
{
    /// <summary>A corrected text, or another in place of the one that was proposed: it is screened, and whatever was said of the former
    /// one falls.</summary>
    public Task<CorrectionResult> ProposeAsync(
        SeenCorrection seen,
        Func<Candidate, EditRequest?> edit,
        string? reason,
        bool needsSecond,
        CancellationToken cancellationToken
    ) =>
        changes.ApplyAsync(
            seen,
            async correction =>
            {
                if (ChangeCorrection.ReasonProblem(reason) is { } problem)
                {
                    return problem;
                }

                if (await PublishedItem.FindAsync(db, correction.CandidateId, cancellationToken) is not { } published)
                {
                    return Problems.Conflict("correction.unpublished");
                }

                var draft = correction.DraftId is { } known ? await db.Candidates.FindAsync([known], cancellationToken) : null;
                var change = edit(draft ?? published.Current);
                if (change is null || (!change.IsEmpty && change.Problem() is not null))
                {
                    return Problems.Of(StatusCodes.Status422UnprocessableEntity, "edit.length");
                }

                draft = Edited(correction, published, draft, change);
                if (HistoryEntries.TextOf(draft) == HistoryEntries.TextOf(published.Current))
                {
                    return Problems.Of(StatusCodes.Status422UnprocessableEntity, "correction.same");
                }

                correction.Propose(draft.Id, PlainText.Line(reason), needsSecond || options.Value.FourEyes);
                db.Publish(RecordEdit.ToScreen(draft, seen.Who), draft.TraceParent);
                await changes.RecordAsync(
                    correction,
                    HistoryAction.CorrectionProposed,
                    correction.Reason,
                    seen.Who,
                    cancellationToken,
                    published,
                    draft
                );
                return null;
            },
            cancellationToken
        );

    /// <summary>Approves the proposed text; once all who are needed have, it is signed and sent to the Publisher.</summary>
    public Task<CorrectionResult> ApproveAsync(SeenCorrection seen, string? reason, CancellationToken cancellationToken) =>
        changes.ApplyAsync(
            seen,
            async correction =>
            {
                if (
                    correction.State != CorrectionState.Proposed
                    || await db.Candidates.FindAsync([correction.DraftId!.Value], cancellationToken) is not { } draft
                )
                {
                    return Problems.Conflict("correction.no-draft");
                }

                if (reason?.Length > ChangeCorrection.LongestNote)
                {
                    return Problems.Of(StatusCodes.Status422UnprocessableEntity, "decide.reason-length", reason.Length);
                }

                if (Permissions.Hindrance(draft, correction.NeedsSecond, Choice.Approve, reason, seen.Who) is { } hindrance)
                {
                    return ChangeCandidate.Hindered(hindrance, draft);
                }

                if (await PublishedItem.FindAsync(db, correction.CandidateId, cancellationToken) is not { } published)
                {
                    return Problems.Conflict("correction.unpublished");
                }

                Decide(draft, correction, reason, seen.Who);
                correction.Touch();
                if (draft.Choice == Choice.Approve)
                {
                    correction.Send(draft.DecidedBy!, draft.DecidedAt!.Value);
                    messages.Send(correction, draft, published);
                    await changes.RecordAsync(
                        correction,
                        HistoryAction.Corrected,
                        correction.Reason,
                        seen.Who,
                        cancellationToken,
                        published,
                        draft
                    );
                }

                return null;
            },
            cancellationToken
        );

    private Candidate Edited(Correction correction, PublishedItem published, Candidate? draft, EditRequest change)
    {
        if (draft is not null)
        {
            draft.Edit(change);
            return draft;
        }

        var (now, source) = (time.GetUtcNow(), published.Current.Source!);
        return db
            .Candidates.Add(
                published.Current.Correct(
                    Guid.NewGuid(),
                    correction.NewSnapshotId is { } seen ? source with { SnapshotId = seen, FetchedAt = correction.FoundAt } : source,
                    change,
                    now
                )
            )
            .Entity;
    }

    private void Decide(Candidate draft, Correction correction, string? reason, Actor who)
    {
        if (correction.NeedsSecond)
        {
            draft.Opine(Choice.Approve, reason, who.Name, time.GetUtcNow());
        }
        else
        {
            draft.Decide(Choice.Approve, reason, who.Name, time.GetUtcNow());
        }
    }
}
