using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using NewsEducator.Contracts;
using NewsEducator.Review.Candidates;
using NewsEducator.Review.Candidates.Decisions;
using NewsEducator.Review.Data;
using NewsEducator.Review.Packs;
using NewsEducator.Review.Packs.Files;
using NewsEducator.ServiceDefaults.Http;

namespace NewsEducator.Review.Pages;

/// <summary>Deciding one candidate or several; with the page's script the answer is the candidate's card, without it the page
/// again.</summary>
internal static class DecisionPages
{
    public static async Task<IResult> Decide(
        DateOnly date,
        [FromForm] int number,
        [FromForm] string choice,
        [FromForm] string version,
        [FromForm] string? reason,
        ReviewDb db,
        TimeProvider time,
        HttpContext http,
        CancellationToken cancellationToken
    )
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var pack = await db.LockPackAsync(date, cancellationToken);
        var candidate = pack?.Candidates.Find(each => each.Number == number);
        if (pack is null || candidate is null || Named(choice) is not { } wanted)
        {
            return TypedResults.NotFound();
        }

        var who = Actor.From(http.User, "page");
        var problem =
            VersionTag.Of(candidate.Version) == version ? Permissions.Hindrance(pack, candidate, wanted, Clean(reason), who) : "edit.stale";
        if (problem is null)
        {
            db.Decide(pack, candidate, wanted, Clean(reason), who, time.GetUtcNow());
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }
        else
        {
            await transaction.DisposeAsync();
            db.ChangeTracker.Clear();
        }

        var message = problem is null ? null : Reader.Of(http).T(problem, Argument(problem, pack, candidate));
        return message is not null && !CandidatePages.WantsCard(http)
                ? (await PackPages.AgainAsync(date, db, http, message, cancellationToken)).Result
            : CandidatePages.WantsCard(http) ? CandidatePages.Card(http, pack, candidate, message)
            : TypedResults.Redirect(PageFormat.AddressOf(date, Math.Min(number + 1, pack.Candidates.Count)));
    }

    /// <summary>Each succeeds or fails for itself; the page says which failed and why.</summary>
    public static async Task<IResult> DecideMany(
        DateOnly date,
        [FromForm] int[] number,
        [FromForm] string choice,
        [FromForm] string? reason,
        [FromForm] string? confirm,
        ReviewDb db,
        TimeProvider time,
        HttpContext http,
        CancellationToken cancellationToken
    )
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await db.LockPackAsync(date, cancellationToken) is not { } pack || Named(choice) is not { } wanted)
        {
            return TypedResults.NotFound();
        }

        var who = Actor.From(http.User, "page");
        var reader = Reader.Of(http);
        var refused = new List<string>();
        var seen = http.Request.Form["seen"];
        var picked = pack.InOrder.Where(each => number.Contains(each.Number!.Value)).ToList();
        if (wanted == Choice.Approve && confirm is null && Candidates.Decisions.DecideMany.UncheckedIn(picked) is > 0 and var open)
        {
            await transaction.DisposeAsync();
            db.ChangeTracker.Clear();
            return (await PackPages.AgainAsync(date, db, http, reader.T("decide.unchecked", open), cancellationToken)).Result;
        }

        foreach (var candidate in picked)
        {
            if (!seen.Contains(SeenAs(candidate.Number, VersionTag.Of(candidate.Version))))
            {
                refused.Add($"{candidate.Number}: {reader.T("edit.stale")}");
            }
            else if (Permissions.Hindrance(pack, candidate, wanted, Clean(reason), who) is { } problem)
            {
                refused.Add($"{candidate.Number}: {reader.T(problem, Argument(problem, pack, candidate))}");
            }
            else
            {
                db.Decide(pack, candidate, wanted, Clean(reason), who, time.GetUtcNow());
            }
        }

        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        db.ChangeTracker.Clear();
        return refused.Count == 0
            ? TypedResults.Redirect(PageFormat.AddressOf(date, number.DefaultIfEmpty(1).Min()))
            : (
                await PackPages.AgainAsync(date, db, http, reader.T("page.bulk-refused", string.Join(" · ", refused)), cancellationToken)
            ).Result;
    }

    /// <summary>What the page shows of a candidate: its number and its version.</summary>
    public static string SeenAs(int? number, string tag) => $"{number} {tag}";

    private static Choice? Named(string choice) =>
        PackFormat.Choices.Where(each => PackFormat.NameOf(each) == choice).Select(each => (Choice?)each).SingleOrDefault();

    private static string? Clean(string? reason) =>
        string.IsNullOrWhiteSpace(reason) ? null
        : reason.Length > ChangeCandidate.LongestReason ? reason[..ChangeCandidate.LongestReason]
        : reason;

    private static string Argument(string problem, Pack pack, Candidate candidate) =>
        problem == "decide.released" ? PageFormat.Iso(pack.Date) : ChangeCandidate.FindingsOf(candidate);
}
