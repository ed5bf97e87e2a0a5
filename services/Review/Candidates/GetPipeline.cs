using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using NewsEducator.Review.Data;

namespace NewsEducator.Review.Candidates;

/// <summary>Where the candidates stand, and what has been waiting longest.</summary>
internal static class GetPipeline
{
    internal sealed record Stage(CandidateState State, int Count, DateTimeOffset Oldest);

    public static async Task<Ok<List<Stage>>> Handle(ReviewDb db, CancellationToken cancellationToken) =>
        TypedResults.Ok(await db.Candidates.GroupBy(candidate => candidate.State)
            .Select(group => new Stage(group.Key, group.Count(), group.Min(candidate => candidate.ArrivedAt)))
            .ToListAsync(cancellationToken));

    /// <summary>The verification queue: what reviewers want more evidence for, oldest first.</summary>
    public static async Task<Ok<List<CandidateView>>> Verification(ReviewDb db, CancellationToken cancellationToken)
    {
        var waiting = await db.Candidates.AsNoTracking()
            .Where(candidate => candidate.State == CandidateState.Verification)
            .OrderBy(candidate => candidate.DecidedAt).Take(200)
            .ToListAsync(cancellationToken);
        return TypedResults.Ok(waiting.ConvertAll(CandidateView.Of));
    }
}
