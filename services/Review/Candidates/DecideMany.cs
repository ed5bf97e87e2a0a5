using Microsoft.AspNetCore.Http.HttpResults;
using NewsEducator.Review.Data;
using NewsEducator.Review.Texts;

namespace NewsEducator.Review.Candidates;

/// <summary>Decisions of several candidates of one pack: each succeeds or fails for itself.</summary>
internal static class DecideMany
{
    /// <param name="Number">The candidate's number in the pack.</param>
    /// <param name="Decision"><c>approve</c>, <c>skip</c>, <c>needs-verify</c> or null.</param>
    /// <param name="Reason">At most 1,000 characters.</param>
    internal sealed record Entry(int Number, Choice? Decision, string? Reason);

    /// <param name="Number">The candidate's number in the pack.</param>
    /// <param name="Status">200, 404 or 409.</param>
    /// <param name="Detail">Why it was not decided.</param>
    /// <param name="ETag">The candidate's new ETag.</param>
    internal sealed record Outcome(int Number, int Status, string? Detail, string? ETag);

    public static async Task<Results<Ok<List<Outcome>>, NotFound, ProblemHttpResult>> Handle(
        DateOnly date, List<Entry> entries, ReviewDb db, TimeProvider time, HttpContext http, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await db.LockPackAsync(date, cancellationToken) is not { } pack)
        {
            return TypedResults.NotFound();
        }

        if (pack.IsReleased)
        {
            return Problems.Conflict("decide.released", date.ToString("O"));
        }

        var who = Actor.From(http.User, "api");
        var now = time.GetUtcNow();
        var outcomes = entries.ConvertAll(entry => pack.Candidates.Find(each => each.Number == entry.Number) switch
        {
            null => new Outcome(entry.Number, StatusCodes.Status404NotFound, null, null),
            { } candidate when candidate.Hinders(entry.Decision) is { } hindrance =>
                new Outcome(entry.Number, StatusCodes.Status409Conflict, Text.Get(hindrance, Text.Chinese, ""), Tag.Of(candidate.Version)),
            { } candidate => Decide(candidate, entry),
        });
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return TypedResults.Ok(outcomes);

        Outcome Decide(Candidate candidate, Entry entry)
        {
            db.Decide(pack, candidate, entry.Decision, entry.Reason is { Length: > 1000 } ? entry.Reason[..1000] : entry.Reason, who, now);
            return new Outcome(entry.Number, StatusCodes.Status200OK, null, Tag.Of(candidate.Version));
        }
    }
}
