using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using NewsEducator.Contracts;
using NewsEducator.Summarizer.Chat;
using NewsEducator.Summarizer.Data;
using NewsEducator.Summarizer.Engines;

namespace NewsEducator.Summarizer.Summaries;

/// <summary>Writes a summary anew, for example after a model was configured, and sends it through screening again.</summary>
internal static class RedoSummary
{
    public static async Task<Results<Ok<ReadSummary.SummaryView>, NotFound, ProblemHttpResult>> Handle(
        Guid itemId,
        SummarizerDb db,
        ISnapshotsApi snapshots,
        ISummaryEngine engine,
        TimeProvider time,
        CancellationToken cancellationToken
    )
    {
        if (await db.Summaries.FindAsync([itemId], cancellationToken) is not { } summary)
        {
            return TypedResults.NotFound();
        }

        if (summary.Submission is not null)
        {
            return Conflict("这是外部候选包自己的文字，不能重写。", "These are the words of a foreign pack; they are not rewritten.");
        }

        var snapshot = await snapshots.GetSnapshotAsync(summary.Source.SnapshotId, cancellationToken);
        if (await WriteAsync(engine, snapshot, cancellationToken) is not { } draft)
        {
            return Problem(
                StatusCodes.Status503ServiceUnavailable,
                "现在没有模型可用，或者当天的额度已用完。",
                "No model answers now, or the day's ceiling is reached."
            );
        }

        summary.Rewrite(draft, time.GetUtcNow());
        db.Publish(summary.ToMessage());
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Conflict("摘要刚刚被重写过，请先读取新的版本。", "The summary was rewritten meanwhile; read the new revision first.");
        }

        SummarizerMetrics.Summarized(draft);
        return TypedResults.Ok(ReadSummary.SummaryView.Of(summary));
    }

    private static async Task<Draft?> WriteAsync(ISummaryEngine engine, Snapshot snapshot, CancellationToken cancellationToken)
    {
        try
        {
            return await engine.WriteAsync(snapshot, afresh: true, cancellationToken);
        }
        catch (ModelUnavailableException)
        {
            return null;
        }
    }

    private static ProblemHttpResult Conflict(string chinese, string english) => Problem(StatusCodes.Status409Conflict, chinese, english);

    private static ProblemHttpResult Problem(int status, string chinese, string english) =>
        TypedResults.Problem(detail: chinese, statusCode: status, extensions: new Dictionary<string, object?> { ["detailEn"] = english });
}
