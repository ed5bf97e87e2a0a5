using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsEducator.Contracts;
using NewsEducator.Review.Candidates.Decisions;
using NewsEducator.Review.Candidates.Edits;
using NewsEducator.Review.Concepts;
using NewsEducator.Review.Data;
using NewsEducator.ServiceDefaults.Http;

namespace NewsEducator.Review.Pages;

/// <summary>Correcting a concept; with the page's script the answer is the candidate's card, without it the page again.</summary>
internal static class ConceptPages
{
    /// <param name="none">The button that says that none fits.</param>
    public static async Task<IResult> Correct(
        Guid id,
        [FromForm] string key,
        [FromForm] bool? none,
        [FromForm] string version,
        LearningMap map,
        ReviewDb db,
        TimeProvider time,
        HttpContext http,
        CancellationToken cancellationToken
    )
    {
        var reader = Reader.Of(http);
        var (concept, problem) = await CorrectConcept.FindAsync(map, none == true ? Concept.NoneKey : key, cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await db.LockPackOfAsync(id, cancellationToken) is not var (pack, candidate))
        {
            return TypedResults.NotFound();
        }

        var message =
            problem is not null ? PackPages.Said(problem, reader)
            : pack.IsReleased ? reader.T("decide.released", PageFormat.Iso(pack.Date))
            : VersionTag.Of(candidate.Version) != version ? reader.T("edit.stale")
            : null;
        if (message is null)
        {
            db.CorrectConcept(pack, candidate, concept!, Actor.From(http.User, "page"), time.GetUtcNow());
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }
        else
        {
            await transaction.DisposeAsync();
            db.ChangeTracker.Clear();
        }

        return CandidatePages.WantsCard(http) ? CandidatePages.Card(http, pack, candidate, message)
            : message is not null ? (await PackPages.AgainAsync(pack.Date, db, http, message, cancellationToken)).Result
            : TypedResults.Redirect(PageFormat.AddressOf(pack.Date, candidate.Number));
    }
}
