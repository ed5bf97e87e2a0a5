using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using NewsEducator.Contracts;
using NewsEducator.Review.Candidates;
using NewsEducator.Review.Data;

namespace NewsEducator.Review.Packs;

/// <summary>Takes over a ticked and edited pack file: all of it or, where anything is wrong, nothing.</summary>
internal static class PutPackFile
{
    public static async Task<Results<Ok<PackView>, NotFound, ProblemHttpResult>> Handle(
        DateOnly date, ReviewDb db, TimeProvider time, HttpContext http, CancellationToken cancellationToken)
    {
        if (http.Request.Headers.IfMatch.Count == 0)
        {
            return Problems.Of(StatusCodes.Status428PreconditionRequired, "pack.if-match");
        }

        if (await PackFileBody.ReadAsync(http.Request, cancellationToken) is not { } text)
        {
            return Problems.Of(StatusCodes.Status422UnprocessableEntity, "pack.encoding");
        }

        var document = PackParser.Parse(text, out var errors);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await db.LockPackAsync(date, cancellationToken) is not { } pack)
        {
            return TypedResults.NotFound();
        }

        if (document is null)
        {
            return PackFileBody.Invalid(errors);
        }

        if (!Tag.Matches(http.Request, pack.Version))
        {
            return Stale(pack, document);
        }

        if (pack.IsReleased)
        {
            return Problems.Conflict("decide.released", date.ToString("O"));
        }

        if (Check(pack, document) is { Count: > 0 } found)
        {
            return PackFileBody.Invalid(found);
        }

        Apply(db, pack, document, Actor.From(http.User, "file"), time.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        Tag.Put(http.Response, pack.Version);
        return TypedResults.Ok(await ReadPacks.ViewAsync(db, pack, cancellationToken, http.User.Identity?.Name));
    }

    internal static List<PackFileError> Check(Pack pack, PackDocument document)
    {
        var errors = new List<PackFileError>();
        if (document.Date != pack.Date)
        {
            errors.Add(new PackFileError(1, null, "pack.date-differs", document.Date.ToString("O"), pack.Date.ToString("O")));
        }

        if (document.Items.Count != pack.Candidates.Count)
        {
            errors.Add(new PackFileError(1, null, "pack.count-differs", Number(pack.Candidates.Count), Number(document.Items.Count)));
            return errors;
        }

        foreach (var (candidate, entry) in pack.InOrder.Zip(document.Items))
        {
            var line = entry.Line;
            Differs(errors, line, entry, "pack.url-differs", MarkdownText.Address(candidate.Url), entry.Url);
            Differs(errors, line, entry, "pack.type-differs", candidate.Content.Type, entry.Type);
            var isEdited = IsEdited(candidate, entry);
            if (isEdited && candidate.Source is null)
            {
                errors.Add(new PackFileError(line, entry.Number, "decide.unscreened"));
            }
            else if (isEdited && entry.Choice == Choice.Approve)
            {
                // What was edited is not screened yet, so nobody can have approved it.
                errors.Add(new PackFileError(line, entry.Number, "decide.edited"));
            }
            else if (!isEdited && entry.Choice != candidate.Choice && Hindrance(candidate, entry.Choice) is { } hindrance)
            {
                errors.Add(new PackFileError(line, entry.Number, hindrance, ChangeCandidate.FindingsOf(candidate)));
            }
        }

        return errors;
    }

    // A file has no place for a reason, and without one nobody approves what its own sources dispute.
    private static string? Hindrance(Candidate candidate, Choice? choice) =>
        candidate.Hinders(choice) ?? (choice == Choice.Approve && candidate.HasConflict ? Decisions.ConflictReasonRequired : null);

    private static void Apply(ReviewDb db, Pack pack, PackDocument document, Actor who, DateTimeOffset now)
    {
        foreach (var (candidate, entry) in pack.InOrder.Zip(document.Items))
        {
            if (IsEdited(candidate, entry))
            {
                db.Edit(pack, candidate, entry.Title, entry.Summary, who, now);
            }

            if (entry.Choice != candidate.Choice)
            {
                db.Decide(pack, candidate, entry.Choice, null, who, now);
            }
        }
    }

    private static bool IsEdited(Candidate candidate, PackEntry entry) =>
        candidate.Content.Title != entry.Title || candidate.Content.Text != entry.Summary;

    private static void Differs(List<PackFileError> errors, int line, PackEntry entry, string code, string ours, string theirs)
    {
        if (ours != theirs)
        {
            errors.Add(new PackFileError(line, entry.Number, code, ours, theirs));
        }
    }

    /// <summary>The pack moved on since the file was written out: both sides of every difference.</summary>
    private static ProblemHttpResult Stale(Pack pack, PackDocument document)
    {
        var problem = Problems.Of(StatusCodes.Status412PreconditionFailed, "pack.stale");
        var ours = pack.ToDocument();
        problem.ProblemDetails.Extensions["etag"] = Tag.Of(pack.Version);
        problem.ProblemDetails.Extensions["differences"] = ours.Items
            .Select(current => (Current: current, Yours: document.Items.FirstOrDefault(entry => entry.Number == current.Number)))
            .Where(pair => pair.Current != (pair.Yours is null ? null : pair.Yours with { Line = 0 }))
            .Select(pair => new { number = pair.Current.Number, current = pair.Current, yours = pair.Yours })
            .ToList();
        problem.ProblemDetails.Extensions["current"] = PackRenderer.Render(ours);
        return problem;
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
