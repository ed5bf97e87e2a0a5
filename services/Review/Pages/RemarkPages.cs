using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using NewsEducator.Contracts;
using NewsEducator.Review.Candidates.History;
using NewsEducator.Review.Candidates.Queue;
using NewsEducator.Review.Candidates.Stories;
using NewsEducator.Review.Data;
using NewsEducator.Review.Pages.Evidence;

namespace NewsEducator.Review.Pages;

/// <summary>What people say of a candidate beside deciding it, and who is to look at it.</summary>
internal static class RemarkPages
{
    public static async Task<IResult> Comment(
        Guid id,
        [FromForm] string? text,
        ReviewDb db,
        ReadSnapshot snapshots,
        TimeProvider time,
        HttpContext http,
        CancellationToken cancellationToken
    )
    {
        var said = await CandidateComments.AddAsync(id, text, db, time, Actor.From(http.User, "page"), cancellationToken);
        return await BackAsync(id, said.Result, "#comments", db, snapshots, http, cancellationToken);
    }

    public static async Task<IResult> Assign(
        Guid id,
        [FromForm] string? to,
        ReviewDb db,
        ReadSnapshot snapshots,
        TimeProvider time,
        HttpContext http,
        CancellationToken cancellationToken
    )
    {
        var request = new AssignmentRequest(string.IsNullOrWhiteSpace(to) ? null : to.Trim());
        var assigned = await AssignCandidate.AssignAsync(id, request, db, time, http, "page", cancellationToken);
        return await BackAsync(id, assigned.Result, "", db, snapshots, http, cancellationToken);
    }

    public static async Task<IResult> Unmerge(
        Guid id,
        ReviewDb db,
        ReadSnapshot snapshots,
        TimeProvider time,
        HttpContext http,
        CancellationToken cancellationToken
    )
    {
        var unmerged = await UnmergeCandidate.UnmergeAsync(id, db, Actor.From(http.User, "page"), time, cancellationToken);
        return await BackAsync(id, unmerged.Result, "", db, snapshots, http, cancellationToken);
    }

    public static async Task<IResult> OfferAgain(
        Guid id,
        ReviewDb db,
        ReadSnapshot snapshots,
        ISnapshotsApi evidence,
        TimeProvider time,
        HttpContext http,
        CancellationToken cancellationToken
    )
    {
        var offered = await OfferExpired.OfferAsync(id, db, evidence, Actor.From(http.User, "page"), time, cancellationToken);
        return await BackAsync(id, offered.Result, "", db, snapshots, http, cancellationToken);
    }

    private static async Task<IResult> BackAsync(
        Guid id,
        IResult outcome,
        string place,
        ReviewDb db,
        ReadSnapshot snapshots,
        HttpContext http,
        CancellationToken cancellationToken
    )
    {
        if (outcome is not ProblemHttpResult problem)
        {
            return outcome is NotFound ? outcome : TypedResults.Redirect($"/candidates/{id}{place}");
        }

        db.ChangeTracker.Clear();
        return (
            await CandidatePages.ShowAsync(id, db, snapshots, http, PackPages.Said(problem, Reader.Of(http)), null, cancellationToken)
        ).Result;
    }
}
