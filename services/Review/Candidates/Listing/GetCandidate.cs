using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using NewsEducator.Contracts;
using NewsEducator.Review.Candidates.History;
using NewsEducator.Review.Data;
using NewsEducator.ServiceDefaults.Http;

namespace NewsEducator.Review.Candidates.Listing;

internal static class GetCandidate
{
    public static async Task<Results<Ok<CandidateView>, NotFound>> Handle(
        Guid id,
        ReviewDb db,
        ClaimsPrincipal user,
        HttpResponse response,
        CancellationToken cancellationToken
    )
    {
        var candidate = await db.Candidates.AsNoTracking().SingleOrDefaultAsync(each => each.Id == id, cancellationToken);
        if (candidate is null)
        {
            return TypedResults.NotFound();
        }

        VersionTag.Put(response, candidate.Version);
        return TypedResults.Ok(CandidateView.Of(candidate, user.Identity?.Name));
    }

    public static async Task<Results<Ok<List<HistoryView>>, NotFound>> History(
        Guid id,
        ReviewDb db,
        ClaimsPrincipal user,
        CancellationToken cancellationToken
    )
    {
        if (await db.Candidates.AsNoTracking().SingleOrDefaultAsync(each => each.Id == id, cancellationToken) is not { } candidate)
        {
            return TypedResults.NotFound();
        }

        var entries = await db
            .History.AsNoTracking()
            .Where(entry => entry.CandidateId == id)
            .OrderBy(entry => entry.Id)
            .ToListAsync(cancellationToken);
        var open = CandidateView.Of(candidate, user.Identity?.Name).FourEyes is not { Opinions: [] };
        return TypedResults.Ok(
            entries.ConvertAll(entry => open || entry.By == user.Identity?.Name ? HistoryView.Of(entry) : HistoryView.Veiled(entry))
        );
    }
}
