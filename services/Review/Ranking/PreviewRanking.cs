using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using NewsEducator.Contracts;
using NewsEducator.Review.Data;
using NewsEducator.Review.Schedule;

namespace NewsEducator.Review.Ranking;

/// <summary>What other weights or another floor would have offered over the last days, against what people decided. It changes
/// nothing.</summary>
internal sealed class PreviewRanking(ReviewDb db, IOptions<ReviewOptions> options, PackCalendar calendar, TimeProvider time)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public static async Task<Results<Ok<RankingPreview>, ProblemHttpResult>> Handle(
        [AsParameters] RankingChanges changes,
        PreviewRanking preview,
        CancellationToken cancellationToken
    )
    {
        var (shown, problem) = await preview.ReadAsync(changes, cancellationToken);
        return shown is null ? problem! : TypedResults.Ok(shown);
    }

    /// <returns>The preview, or why there is none.</returns>
    public async Task<(RankingPreview? Preview, ProblemHttpResult? Problem)> ReadAsync(
        RankingChanges changes,
        CancellationToken cancellationToken
    )
    {
        var (inForce, wanted) = ((RankingOptions)options.Value, changes.Of(options.Value));
        if (RankingChanges.Faults(wanted, changes.WantedDays) is { Count: > 0 } faults)
        {
            return (null, Problems.Of(StatusCodes.Status422UnprocessableEntity, "ranking.range", string.Join(" ", faults)));
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            var (replay, candidates, isPartial) = await ReadPast.ReadAsync(
                db,
                time.GetUtcNow() - TimeSpan.FromDays(changes.WantedDays),
                options.Value,
                patience.Token
            );
            var days = replay.Run(wanted, patience.Token);
            return (
                new RankingPreview
                {
                    From = calendar.Today.AddDays(1 - changes.WantedDays),
                    To = calendar.Today,
                    Candidates = candidates,
                    IsPartial = isPartial,
                    Proposed = replay.OutcomeOf(days),
                    InForce = replay.OutcomeOf(replay.Run(inForce, patience.Token)),
                    Days = [.. days.Reverse()],
                },
                null
            );
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return (null, Problems.Of(StatusCodes.Status503ServiceUnavailable, "ranking.slow", Patience.TotalSeconds));
        }
    }
}
