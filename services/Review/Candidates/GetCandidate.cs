using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using NewsEducator.Review.Data;

namespace NewsEducator.Review.Candidates;

internal static class GetCandidate
{
    public static async Task<Results<Ok<CandidateView>, NotFound>> Handle(
        Guid id, ReviewDb db, HttpResponse response, CancellationToken cancellationToken)
    {
        var candidate = await db.Candidates.AsNoTracking().SingleOrDefaultAsync(each => each.Id == id, cancellationToken);
        if (candidate is null)
        {
            return TypedResults.NotFound();
        }

        Tag.Put(response, candidate.Version);
        return TypedResults.Ok(CandidateView.Of(candidate));
    }

    public static async Task<Results<Ok<List<HistoryEntry>>, NotFound>> History(Guid id, ReviewDb db, CancellationToken cancellationToken)
    {
        if (!await db.Candidates.AnyAsync(each => each.Id == id, cancellationToken))
        {
            return TypedResults.NotFound();
        }

        return TypedResults.Ok(
            await db.History.AsNoTracking().Where(entry => entry.CandidateId == id).OrderBy(entry => entry.Id).ToListAsync(cancellationToken));
    }
}
