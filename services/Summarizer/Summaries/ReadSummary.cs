using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using NewsEducator.Contracts;
using NewsEducator.Summarizer.Data;
using NewsEducator.Summarizer.Engines;

namespace NewsEducator.Summarizer.Summaries;

internal static class ReadSummary
{
    /// <summary>A summary and how it came about.</summary>
    internal sealed record SummaryView(
        Guid CandidateId,
        Guid ItemId,
        string Url,
        int Revision,
        string Engine,
        DateTimeOffset WrittenAt,
        SummaryContent Summary,
        EngineRun Run
    )
    {
        public static SummaryView Of(Summary summary) =>
            new(
                summary.CandidateId,
                summary.Source.ItemId,
                summary.Source.CanonicalUrl,
                summary.Revision,
                summary.Engine,
                summary.WrittenAt,
                summary.Content,
                summary.Run
            );
    }

    public static async Task<Results<Ok<SummaryView>, NotFound>> Handle(
        Guid itemId,
        SummarizerDb db,
        CancellationToken cancellationToken
    ) =>
        await db.Summaries.AsNoTracking().SingleOrDefaultAsync(summary => summary.CandidateId == itemId, cancellationToken) is { } found
            ? TypedResults.Ok(SummaryView.Of(found))
            : TypedResults.NotFound();
}
