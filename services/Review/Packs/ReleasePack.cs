using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using NewsEducator.Contracts;
using NewsEducator.Review.Candidates;
using NewsEducator.Review.Data;

namespace NewsEducator.Review.Packs;

/// <summary>Gate 1 closes: exactly what was approved goes to the Publisher. Twice is once.</summary>
internal static class ReleasePack
{
    public static async Task<Results<Ok<PackView>, Accepted<PackView>, NotFound, ProblemHttpResult>> Handle(
        DateOnly date, ReviewDb db, TimeProvider time, IOptions<ReviewOptions> options, HttpContext http, CancellationToken cancellationToken)
    {
        if (await ReadPacks.FindAsync(db, date, cancellationToken) is null)
        {
            return TypedResults.NotFound();
        }

        if (await ReleaseAsync(db, date, Actor.From(http.User, "api"), time, cancellationToken) is { } problem)
        {
            return problem;
        }

        var pack = await ReadPacks.WaitAsync(db, date, each => each.PublishedAt is not null, options.Value.AnswerWithin, time, cancellationToken);
        var view = await ReadPacks.ViewAsync(db, pack, cancellationToken, http.User.Identity?.Name);
        Tag.Put(http.Response, pack.Version);
        return pack.PublishedAt is null ? TypedResults.Accepted($"/api/packs/{date:yyyy-MM-dd}", view) : TypedResults.Ok(view);
    }

    /// <returns>Why it cannot be released, or null once it is.</returns>
    public static async Task<ProblemHttpResult?> ReleaseAsync(
        ReviewDb db, DateOnly date, Actor who, TimeProvider time, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var pack = (await db.LockPackAsync(date, cancellationToken))!;
        if (pack.IsReleased)
        {
            return null;
        }

        var unscreened = Real(pack).Where(candidate => !candidate.IsScreened).Select(candidate => candidate.Number).ToList();
        if (unscreened.Count > 0)
        {
            return Problems.Conflict("release.unscreened", string.Join(", ", unscreened));
        }

        // An approval counts for the content that was seen; ones that a new screening has overtaken fall here, not at the Publisher.
        var overtaken = Real(pack).Where(IsOvertaken).Select(candidate => candidate.Number).ToList();
        if (overtaken.Count > 0)
        {
            return Problems.Conflict("release.overtaken", string.Join(", ", overtaken));
        }

        Announce(db, pack, who, time.GetUtcNow());
        await db.ReturnMergedAsync(Real(pack), cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        ReviewMetrics.Released();
        return null;
    }

    /// <summary>What was planted to measure the reviewers ends here, whatever they decided.</summary>
    private static IEnumerable<Candidate> Real(Pack pack) => pack.InOrder.Where(candidate => candidate.Planted is null);

    private static bool IsOvertaken(Candidate candidate) =>
        candidate.Choice == Choice.Approve
        && (candidate.Verdict == Verdict.Blocked || (candidate.HasConflict && candidate.Reason is null) || candidate.ApprovedHash != ContentHash.Of(candidate.ToApprovedContent()));

    private static void Announce(ReviewDb db, Pack pack, Actor who, DateTimeOffset now)
    {
        pack.Release(who.Name, now);
        db.History.Add(Decisions.Released(pack, who, now));
        foreach (var candidate in Real(pack))
        {
            Announce(db, pack, candidate);
        }

        db.Publish(new PackReleased
        {
            PackId = pack.Id,
            PackDate = pack.Date,
            Approved = [.. Real(pack).Where(each => each.State == CandidateState.Approved).Select(each => new ReleasedItem { CandidateId = each.Id, ContentHash = each.ApprovedHash! })],
            Skipped = Real(pack).Count(each => each.State == CandidateState.Skipped),
            NeedsVerify = Real(pack).Count(each => each.State == CandidateState.Verification),
            Undecided = Real(pack).Count(each => each.State is CandidateState.Expired or CandidateState.Blocked),
            ReleasedBy = who.Name,
            ReleasedAt = now,
        });
    }

    private static void Announce(ReviewDb db, Pack pack, Candidate candidate)
    {
        switch (candidate.State)
        {
            case CandidateState.Approved:
                db.Publish(
                    new ItemApproved
                    {
                        CandidateId = candidate.Id,
                        PackId = pack.Id,
                        PackDate = pack.Date,
                        Number = candidate.Number!.Value,
                        Content = candidate.ToApprovedContent(),
                        ContentHash = candidate.ApprovedHash!,
                        ApprovedBy = candidate.DecidedBy!,
                        ApprovedAt = candidate.DecidedAt!.Value,
                    },
                    candidate.TraceParent);
                break;
            case CandidateState.Skipped:
                db.Publish(
                    new ItemSkipped
                    {
                        CandidateId = candidate.Id,
                        ItemId = candidate.Source?.ItemId ?? ItemIds.ForUrl(candidate.Url),
                        PackDate = pack.Date,
                        SkippedBy = candidate.DecidedBy!,
                        SkippedAt = candidate.DecidedAt!.Value,
                    },
                    candidate.TraceParent);
                break;
            case CandidateState.Verification:
                db.Publish(
                    new VerificationOpened
                    {
                        CandidateId = candidate.Id,
                        ItemId = candidate.Source?.ItemId ?? ItemIds.ForUrl(candidate.Url),
                        PackDate = pack.Date,
                        Questions = candidate.Reason,
                        OpenedBy = candidate.DecidedBy!,
                        OpenedAt = candidate.DecidedAt!.Value,
                    },
                    candidate.TraceParent);
                break;
        }
    }
}
