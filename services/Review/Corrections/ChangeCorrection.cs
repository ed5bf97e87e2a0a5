using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using NewsEducator.Contracts;
using NewsEducator.Review.Candidates;
using NewsEducator.Review.Candidates.History;
using NewsEducator.Review.Data;

namespace NewsEducator.Review.Corrections;

/// <summary>The one way in which people change an entry of the corrections queue: lock it, check what they have seen, change, record,
/// save.</summary>
internal sealed class ChangeCorrection(ReviewDb db, TimeProvider time)
{
    public const int LongestNote = 1000;

    // Readers see it, as with what is withdrawn at the Publisher.
    public const int LongestReason = 500;

    public async Task<CorrectionResult> ApplyAsync(
        SeenCorrection seen,
        Func<Correction, Task<ProblemHttpResult?>> change,
        CancellationToken cancellationToken
    )
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.Database.ExecuteSqlAsync($"SELECT 1 FROM corrections WHERE id = {seen.Id} FOR UPDATE", cancellationToken);
        if (await db.Corrections.FindAsync([seen.Id], cancellationToken) is not { } correction)
        {
            return TypedResults.NotFound();
        }

        if (!seen.IsCurrent(correction.Version))
        {
            var stale = Problems.Of(StatusCodes.Status412PreconditionFailed, "correction.stale");
            stale.ProblemDetails.Extensions["current"] = await ViewAsync(correction, seen.Who, cancellationToken);
            return stale;
        }

        if (correction.IsEnded || correction.State == CorrectionState.Sent)
        {
            return Problems.Conflict("correction.closed");
        }

        if (await change(correction) is { } problem)
        {
            return problem;
        }

        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return TypedResults.Ok(await ViewAsync(correction, seen.Who, cancellationToken));
    }

    private async Task<CorrectionView> ViewAsync(Correction correction, Actor who, CancellationToken cancellationToken) =>
        (await CorrectionViews.OfAsync(db, [correction], who.Name, cancellationToken))[0];

    public async Task DropDraftAsync(Correction correction, CancellationToken cancellationToken)
    {
        if (correction.DraftId is { } id && await db.Candidates.FindAsync([id], cancellationToken) is { } draft)
        {
            draft.DropCorrection();
        }
    }

    /// <summary>In the history of the candidate by which the item was published.</summary>
    public async Task RecordAsync(
        Correction correction,
        HistoryAction action,
        string? reason,
        Actor who,
        CancellationToken cancellationToken,
        PublishedItem? published = null,
        Candidate? draft = null
    )
    {
        ReviewMetrics.Corrected(action);
        var first = (await db.Candidates.FindAsync([correction.CandidateId], cancellationToken))!;
        db.History.Add(
            new HistoryEntry
            {
                PackId = first.PackId ?? first.Id,
                CandidateId = first.Id,
                At = time.GetUtcNow(),
                By = who.Name,
                Via = who.Via,
                Action = action,
                Reason = reason,
                ContentHash = action == HistoryAction.Corrected ? draft?.ApprovedHash : null,
                TextBefore = published is null ? null : HistoryEntries.TextOf(published.Current),
                TextAfter = draft is null ? null : HistoryEntries.TextOf(draft),
            }
        );
    }

    /// <returns>Null where a note is given and not too long.</returns>
    public static ProblemHttpResult? NoteProblem(string? note) => Problem(note, "correction.note", LongestNote);

    /// <returns>Null where it is not too long; empty stands for the item as a whole.</returns>
    public static ProblemHttpResult? SentenceProblem(string? sentence) =>
        string.IsNullOrWhiteSpace(sentence) ? null : Problem(sentence, "correction.note", LongestNote);

    /// <returns>Null where a reason is given and not too long.</returns>
    public static ProblemHttpResult? ReasonProblem(string? reason) => Problem(reason, "correction.reason-length", LongestReason);

    private static ProblemHttpResult? Problem(string? text, string code, int longest) =>
        string.IsNullOrWhiteSpace(text) || text.Length > longest
            ? Problems.Of(StatusCodes.Status422UnprocessableEntity, code, longest)
            : null;
}
