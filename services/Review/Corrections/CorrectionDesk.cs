using Microsoft.AspNetCore.Http.HttpResults;
using NewsEducator.Contracts;
using NewsEducator.Review.Data;

namespace NewsEducator.Review.Corrections;

/// <summary>Entries of the corrections queue as people make, dismiss and reopen them, for page and API.</summary>
internal sealed class CorrectionDesk(ReviewDb db, ChangeCorrection changes, TimeProvider time)
{
    /// <summary>A reviewer's own finding.</summary>
    public async Task<CorrectionResult> FindAsync(FindingRequest request, Actor who, CancellationToken cancellationToken)
    {
        if ((ChangeCorrection.NoteProblem(request.Note) ?? ChangeCorrection.SentenceProblem(request.Sentence)) is { } problem)
        {
            return problem;
        }

        if (await PublishedItem.FindAsync(db, request.CandidateId, cancellationToken) is not { } published)
        {
            return Problems.Conflict("correction.unpublished");
        }

        var found = published.Question(
            CorrectionOrigin.Reviewer,
            time.GetUtcNow(),
            who.Name,
            string.IsNullOrWhiteSpace(request.Sentence) ? null : PlainText.Line(request.Sentence),
            PlainText.Line(request.Note)
        );
        db.Corrections.Add(found);
        ReviewMetrics.Found(found.Origin);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok((await CorrectionViews.OfAsync(db, [found], who.Name, cancellationToken))[0]);
    }

    public Task<CorrectionResult> DismissAsync(SeenCorrection seen, string? reason, CancellationToken cancellationToken) =>
        changes.ApplyAsync(
            seen,
            async correction =>
            {
                if (ChangeCorrection.NoteProblem(reason) is { } problem)
                {
                    return problem;
                }

                await changes.DropDraftAsync(correction, cancellationToken);
                correction.Dismiss(PlainText.Line(reason), seen.Who.Name, time.GetUtcNow());
                await changes.RecordAsync(
                    correction,
                    HistoryAction.CorrectionDismissed,
                    PlainText.Line(reason),
                    seen.Who,
                    cancellationToken
                );
                return null;
            },
            cancellationToken
        );

    /// <summary>The proposed text is off; the entry is open again.</summary>
    public Task<CorrectionResult> ReopenAsync(SeenCorrection seen, CancellationToken cancellationToken) =>
        changes.ApplyAsync(
            seen,
            async correction =>
            {
                await changes.DropDraftAsync(correction, cancellationToken);
                correction.Reopen();
                return null;
            },
            cancellationToken
        );
}
