using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using NewsEducator.Contracts;
using NewsEducator.Review.Data;

namespace NewsEducator.Review.Candidates.History;

/// <summary>What reviewers say to each other about a candidate; possible at any time, also after the release.</summary>
internal static class CandidateComments
{
    private const int LongestText = 2000;
    private const int MostOfCandidate = 500;

    public static async Task<Results<Ok<List<CommentView>>, NotFound>> List(Guid id, ReviewDb db, CancellationToken cancellationToken) =>
        await db.Candidates.AnyAsync(candidate => candidate.Id == id, cancellationToken)
            ? TypedResults.Ok(
                await Of(db, id)
                    .OrderBy(comment => comment.Id)
                    .Select(comment => new CommentView(comment.Id, comment.At, comment.By, comment.Text))
                    .ToListAsync(cancellationToken)
            )
            : TypedResults.NotFound();

    public static Task<Results<Created<CommentView>, NotFound, ProblemHttpResult>> Add(
        Guid id,
        CommentRequest request,
        ReviewDb db,
        TimeProvider time,
        HttpContext http,
        CancellationToken cancellationToken
    ) => AddAsync(id, request.Text, db, time, Actor.From(http.User, "api"), cancellationToken);

    /// <summary>The one way in which something is said, for page and API.</summary>
    public static async Task<Results<Created<CommentView>, NotFound, ProblemHttpResult>> AddAsync(
        Guid id,
        string? text,
        ReviewDb db,
        TimeProvider time,
        Actor who,
        CancellationToken cancellationToken
    )
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > LongestText)
        {
            return Problems.Of(StatusCodes.Status422UnprocessableEntity, "comment.length", LongestText);
        }

        if (!await db.Candidates.AnyAsync(candidate => candidate.Id == id, cancellationToken))
        {
            return TypedResults.NotFound();
        }

        if (await Of(db, id).CountAsync(cancellationToken) >= MostOfCandidate)
        {
            return Problems.Conflict("comment.too-many", MostOfCandidate);
        }

        var comment = new Comment
        {
            CandidateId = id,
            At = time.GetUtcNow(),
            By = who.Name,
            Text = text.Trim(),
        };
        db.Comments.Add(comment);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Created($"/api/candidates/{id}/comments", new CommentView(comment.Id, comment.At, comment.By, comment.Text));
    }

    private static IQueryable<Comment> Of(ReviewDb db, Guid id) => db.Comments.AsNoTracking().Where(comment => comment.CandidateId == id);
}
