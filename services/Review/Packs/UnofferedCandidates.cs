using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NewsEducator.Contracts;
using NewsEducator.Review.Candidates;
using NewsEducator.Review.Candidates.Decisions;
using NewsEducator.Review.Candidates.Listing;
using NewsEducator.Review.Candidates.Queue;
using NewsEducator.Review.Data;
using NewsEducator.Review.Ranking;
using NewsEducator.ServiceDefaults.Http;

namespace NewsEducator.Review.Packs;

/// <summary>What waits above the floor and did not fit into an open pack: it is one step away, and a reviewer can add it.</summary>
internal static class UnofferedCandidates
{
    private const int MostShown = 200;

    public static async Task<Results<Ok<List<CandidateView>>, NotFound, ProblemHttpResult>> Get(
        DateOnly date,
        ReviewDb db,
        IOptions<ReviewOptions> options,
        TimeProvider time,
        ClaimsPrincipal user,
        CancellationToken cancellationToken
    )
    {
        if (await ReadPacks.FindAsync(db, date, cancellationToken) is not { } pack)
        {
            return TypedResults.NotFound();
        }

        return pack.IsReleased
            ? Problems.Conflict("decide.released", date.ToString("O"))
            : TypedResults.Ok(await ReadAsync(db, pack, options.Value, time.GetUtcNow(), user.Identity?.Name, cancellationToken));
    }

    public static async Task<Results<Ok<CandidateView>, NotFound, ProblemHttpResult>> Add(
        DateOnly date,
        Guid id,
        ReviewDb db,
        IOptions<ReviewOptions> options,
        TimeProvider time,
        HttpContext http,
        CancellationToken cancellationToken
    )
    {
        if (!VersionTag.IsConditional(http.Request))
        {
            return Problems.Of(StatusCodes.Status428PreconditionRequired, "decide.if-match");
        }

        var added = await AddAsync(
            db,
            date,
            id,
            candidate => VersionTag.Matches(http.Request, candidate.Version),
            Actor.From(http.User, "api"),
            options.Value,
            time.GetUtcNow(),
            cancellationToken
        );
        if (added.Result is Ok<CandidateView> { Value: { } view })
        {
            http.Response.Headers.ETag = view.ETag;
        }

        return added;
    }

    /// <summary>In the order in which they would be offered next, each with its placement.</summary>
    public static async Task<List<CandidateView>> ReadAsync(
        ReviewDb db,
        Pack pack,
        RankingOptions ranking,
        DateTimeOffset now,
        string? viewer,
        CancellationToken cancellationToken
    )
    {
        var waiting = await CutPack.Waiting(db).AsNoTracking().ToDictionaryAsync(candidate => candidate.Id, cancellationToken);
        var ledger = await LearningLedger.ReadAsync(db, ranking, now, cancellationToken);
        var before = pack.InOrder.Select(Contender.Of);
        return PackSelection
            .Best(waiting.Values.Select(Contender.Of), ranking, ledger, now, MostShown, before)
            .ConvertAll(placed => CandidateView.Of(waiting[placed.Contender.Id], viewer) with { Placement = placed.Placement });
    }

    /// <summary>How many wait above the floor, for the link. Reads what the floor asks for, not the texts.</summary>
    public static async Task<int> CountAsync(ReviewDb db, RankingOptions ranking, CancellationToken cancellationToken)
    {
        var waiting = await db
            .Database.SqlQuery<WaitingRow>(
                $"""
                SELECT returned_from, offers,
                    (content->'judgement'->>'value')::float8 AS value, (content->'judgement'->>'worth')::float8 AS worth
                FROM candidates WHERE state = {nameof(CandidateState.Waiting)}
                """
            )
            .ToListAsync(cancellationToken);
        return waiting.Count(row => ranking.IsOffered(Contender.IsReturned(row.ReturnedFrom, row.Offers), row.Judged()));
    }

    /// <summary>The one way in which a waiting candidate comes into an open pack, for page and API.</summary>
    /// <param name="db">The database.</param>
    /// <param name="date">Of the pack.</param>
    /// <param name="id">Of the candidate.</param>
    /// <param name="isCurrent">Whether the candidate is as the person saw it.</param>
    /// <param name="who">The person.</param>
    /// <param name="ranking">Its floor holds for what a person adds as well.</param>
    /// <param name="now">The present time.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async Task<Results<Ok<CandidateView>, NotFound, ProblemHttpResult>> AddAsync(
        ReviewDb db,
        DateOnly date,
        Guid id,
        Func<Candidate, bool> isCurrent,
        Actor who,
        RankingOptions ranking,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        // The pack first, as a cut locks them: the two never wait for each other.
        if (
            await db.LockPackAsync(date, cancellationToken) is not { } pack
            || await db.LockCandidateAsync(id, cancellationToken) is not { } candidate
        )
        {
            return TypedResults.NotFound();
        }

        if (!isCurrent(candidate))
        {
            return ChangeCandidate.Stale(candidate, who.Name);
        }

        if (Hindrance(pack, candidate, ranking) is { } problem)
        {
            return problem;
        }

        var ledger = await LearningLedger.ReadAsync(db, ranking, now, cancellationToken);
        var placed = PackSelection.Best([Contender.Of(candidate)], ranking, ledger, now, 1, pack.InOrder.Select(Contender.Of)).Single();
        db.AddToPack(pack, candidate, placed.Placement, who, now);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return TypedResults.Ok(CandidateView.Of(candidate, who.Name));
    }

    private static ProblemHttpResult? Hindrance(Pack pack, Candidate candidate, RankingOptions ranking) =>
        pack.IsReleased ? Problems.Conflict("decide.released", pack.Date.ToString("O"))
        : candidate.State != CandidateState.Waiting ? Problems.Conflict("rest.not-waiting", candidate.State.ToString())
        : !IsOffered(Contender.Of(candidate), ranking) ? Problems.Conflict("rest.below-floor")
        : null;

    private static bool IsOffered(Contender contender, RankingOptions ranking) =>
        ranking.IsOffered(contender.ComesFirst, contender.Judgement);

    private sealed record WaitingRow(Guid? ReturnedFrom, int Offers, double? Value, double? Worth)
    {
        public Judgement? Judged() => Value is { } value ? new Judgement { Value = value, Worth = Worth } : null;
    }
}
