using Microsoft.AspNetCore.Http.HttpResults;
using NewsEducator.Contracts;
using NewsEducator.Review.Data;
using NewsEducator.Review.Packs;
using NewsEducator.Review.Texts;
using NewsEducator.ServiceDefaults.Http;

namespace NewsEducator.Review.Candidates.Decisions;

/// <summary>Decisions of several candidates of one pack: each succeeds or fails for itself.</summary>
internal static class DecideMany
{
    private const int MostEntries = 1000;

    public static async Task<Results<Ok<List<BulkOutcome>>, NotFound, ProblemHttpResult>> Handle(
        DateOnly date,
        List<BulkDecision> entries,
        ReviewDb db,
        TimeProvider time,
        HttpContext http,
        CancellationToken cancellationToken,
        bool confirm = false
    )
    {
        if (entries.Count > MostEntries)
        {
            return Problems.Of(StatusCodes.Status422UnprocessableEntity, "decide.too-many", MostEntries);
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await db.LockPackAsync(date, cancellationToken) is not { } pack)
        {
            return TypedResults.NotFound();
        }

        if (pack.IsReleased)
        {
            return Problems.Conflict("decide.released", date.ToString("O"));
        }

        var approved = entries.Where(entry => entry.Decision == Choice.Approve).Select(entry => (int?)entry.Number).ToHashSet();
        if (!confirm && UncheckedIn(pack.Candidates.Where(candidate => approved.Contains(candidate.Number))) is > 0 and var open)
        {
            var problem = Problems.Conflict("decide.unchecked", open);
            problem.ProblemDetails.Extensions["unchecked"] = open;
            return problem;
        }

        var outcomes = entries.ConvertAll(entry => Decide(db, pack, entry, Actor.From(http.User, "api"), time.GetUtcNow()));
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        VersionTag.Put(http.Response, pack.Version);
        return TypedResults.Ok(outcomes);
    }

    /// <returns>How many sentences nothing was compared of; who approves many at once has hardly read them.</returns>
    public static int UncheckedIn(IEnumerable<Candidate> candidates) =>
        candidates
            .Where(candidate => candidate.IsScreened)
            .Sum(candidate => candidate.Screening!.Sentences.Count(sentence => sentence.State == SentenceState.Unchecked));

    private static BulkOutcome Decide(ReviewDb db, Pack pack, BulkDecision entry, Actor who, DateTimeOffset now)
    {
        if (pack.Candidates.Find(each => each.Number == entry.Number) is not { } candidate)
        {
            return Refused(entry, null, StatusCodes.Status404NotFound, "decide.no-candidate", entry.Number);
        }

        if (entry.Reason?.Length > ChangeCandidate.LongestReason)
        {
            return Refused(entry, candidate, StatusCodes.Status422UnprocessableEntity, "decide.reason-length", entry.Reason.Length);
        }

        if (entry.IfMatch is null)
        {
            return Refused(entry, candidate, StatusCodes.Status428PreconditionRequired, "decide.if-match");
        }

        if (entry.IfMatch != VersionTag.Of(candidate.Version))
        {
            return Refused(entry, candidate, StatusCodes.Status412PreconditionFailed, "edit.stale");
        }

        if (Permissions.Hindrance(pack, candidate, entry.Decision, entry.Reason, who) is { } hindrance)
        {
            return Refused(entry, candidate, Permissions.StatusOf(hindrance), hindrance, ChangeCandidate.FindingsOf(candidate));
        }

        db.Decide(pack, candidate, entry.Decision, entry.Reason, who, now);
        return new BulkOutcome(entry.Number, StatusCodes.Status200OK, null, null, null, VersionTag.Of(candidate.Version));
    }

    private static BulkOutcome Refused(
        BulkDecision entry,
        Candidate? candidate,
        int status,
        string key,
        params IEnumerable<object> arguments
    )
    {
        object[] named = [.. arguments];
        return new BulkOutcome(
            entry.Number,
            status,
            key,
            Text.Get(key, Text.Chinese, named),
            Text.Get(key, Text.English, named),
            candidate is null ? null : VersionTag.Of(candidate.Version)
        );
    }
}
