using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using NewsEducator.Contracts;
using NewsEducator.Review.Candidates.Decisions;
using NewsEducator.Review.Candidates.History;
using NewsEducator.Review.Data;
using NewsEducator.Review.Texts;
using NewsEducator.ServiceDefaults.Http;

namespace NewsEducator.Review.Packs.Releases;

/// <summary>Gate 1 closes: exactly what was approved goes to the Publisher, after a hold in which it can be taken back. Twice is
/// once.</summary>
internal sealed class ReleasePack(
    ReviewDb db,
    ReleaseMessages messages,
    IOptions<ReviewOptions> options,
    AwaitSources sources,
    TimeProvider time
)
{
    public static async Task<Results<Ok<PackView>, Accepted<PackView>, NotFound, ProblemHttpResult>> Handle(
        DateOnly date,
        ReleaseRequest? request,
        ReleasePack release,
        ReviewDb db,
        TimeProvider time,
        IOptions<ReviewOptions> options,
        HttpContext http,
        CancellationToken cancellationToken
    )
    {
        if (await ReadPacks.FindAsync(db, date, cancellationToken) is null)
        {
            return TypedResults.NotFound();
        }

        if (await release.ReleaseAsync(date, Actor.From(http.User, "api"), request?.Confirm == true, cancellationToken) is { } problem)
        {
            return problem;
        }

        db.ChangeTracker.Clear();
        var pack = await ReadPacks.WaitAsync(
            db,
            date,
            each => each.PublishedAt is not null,
            options.Value.AnswerWithin,
            time,
            cancellationToken
        );
        var view = await ReadPacks.ViewAsync(db, pack, cancellationToken, http.User.Identity?.Name);
        VersionTag.Put(http.Response, pack.Version);
        return pack.PublishedAt is null ? TypedResults.Accepted($"/api/packs/{date:yyyy-MM-dd}", view) : TypedResults.Ok(view);
    }

    /// <summary>Takes the release back while it is held.</summary>
    public static async Task<Results<Ok<PackView>, NotFound, ProblemHttpResult>> TakeBack(
        DateOnly date,
        ReleasePack release,
        ReviewDb db,
        HttpContext http,
        CancellationToken cancellationToken
    )
    {
        if (await ReadPacks.FindAsync(db, date, cancellationToken) is null)
        {
            return TypedResults.NotFound();
        }

        if (await release.TakeBackAsync(date, Actor.From(http.User, "api"), cancellationToken) is { } problem)
        {
            return problem;
        }

        db.ChangeTracker.Clear();
        var pack = (await ReadPacks.FindAsync(db, date, cancellationToken))!;
        VersionTag.Put(http.Response, pack.Version);
        return TypedResults.Ok(await ReadPacks.ViewAsync(db, pack, cancellationToken, http.User.Identity?.Name));
    }

    /// <param name="isConfirmed">Whoever releases has been told what is left undecided.</param>
    /// <returns>Why it cannot be released, or null once it is.</returns>
    public async Task<ProblemHttpResult?> ReleaseAsync(DateOnly date, Actor who, bool isConfirmed, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var pack = (await db.LockPackAsync(date, cancellationToken))!;
        if (pack.IsReleased)
        {
            return null;
        }

        if (Permissions.ReleaseHindrance(pack, who) is { } hindrance)
        {
            return Problems.Of(hindrance.Status, hindrance.Key, hindrance.Arguments);
        }

        if (ReleasePlan.Of(pack) is { IsWhole: false } plan && !isConfirmed)
        {
            return plan.Ask();
        }

        await ReleaseAsync(pack, who, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return null;
    }

    /// <returns>Why it cannot be taken back, or null once it is.</returns>
    public async Task<ProblemHttpResult?> TakeBackAsync(DateOnly date, Actor who, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var pack = (await db.LockPackAsync(date, cancellationToken))!;
        if (pack.HeldUntil is null)
        {
            return Problems.Conflict(pack.IsReleased ? "release.out" : "release.none", date.ToString("O"));
        }

        pack.TakeBackRelease();
        db.History.Add(HistoryEntries.OfPack(pack, HistoryAction.TakenBack, who, time.GetUtcNow()));
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return null;
    }

    private async Task ReleaseAsync(Pack pack, Actor who, CancellationToken cancellationToken)
    {
        // The database keeps microseconds, and the message has to name the very same moment.
        var now = time.GetUtcNow();
        now = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond));
        pack.Release(who.Name, now, options.Value.ReleaseHold);
        db.History.Add(HistoryEntries.OfPack(pack, HistoryAction.Released, who, now));
        if (pack.HeldUntil is { } until)
        {
            db.Publish(new ReleaseDue { PackId = pack.Id, ReleasedAt = now }, notBefore: until);
            sources.Ask(pack, now);
        }
        else
        {
            await messages.SendAsync(pack, cancellationToken);
        }
    }
}

/// <summary>What a release does to the pack's candidates.</summary>
/// <param name="Expiring">Nobody decided them; they can be offered again.</param>
/// <param name="Blocked">Nobody decided them, and they could not have been approved.</param>
internal sealed record ReleasePlan(int Published, int Skipped, int NeedsVerify, int Expiring, int Blocked)
{
    /// <summary>Everything is decided.</summary>
    public bool IsWhole => Expiring + Blocked == 0;

    public static ReleasePlan Of(Pack pack)
    {
        var undecided = pack.Candidates.Where(candidate => candidate.Choice is null).ToList();
        var blocked = undecided.Count(candidate => candidate.Verdict == Verdict.Blocked);
        return new ReleasePlan(Chosen(Choice.Approve), Chosen(Choice.Skip), Chosen(Choice.NeedsVerify), undecided.Count - blocked, blocked);

        int Chosen(Choice choice) => pack.Candidates.Count(candidate => candidate.Choice == choice);
    }

    public string In(string language) => Text.Get("release.confirm", language, Published, Skipped, NeedsVerify, Expiring, Blocked);

    public ProblemHttpResult Ask()
    {
        var problem = Problems.Conflict("release.confirm", Published, Skipped, NeedsVerify, Expiring, Blocked);
        problem.ProblemDetails.Extensions["counts"] = new
        {
            published = Published,
            skipped = Skipped,
            needsVerify = NeedsVerify,
            expiring = Expiring,
            blocked = Blocked,
        };
        return problem;
    }
}
