using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using NewsEducator.Contracts;
using NewsEducator.Review.Candidates;
using NewsEducator.Review.Candidates.Decisions;
using NewsEducator.Review.Candidates.Edits;
using NewsEducator.Review.Data;
using NewsEducator.ServiceDefaults.Http;

namespace NewsEducator.Review.Packs.Files;

/// <summary>Takes over a ticked and edited pack file: all of it or, where anything is wrong, nothing.</summary>
internal static class PutPackFile
{
    public static async Task<Results<Ok<PackView>, NotFound, ProblemHttpResult>> Handle(
        DateOnly date,
        ReviewDb db,
        TimeProvider time,
        HttpContext http,
        CancellationToken cancellationToken
    )
    {
        if (!VersionTag.IsConditional(http.Request))
        {
            return Problems.Of(StatusCodes.Status428PreconditionRequired, "pack.if-match");
        }

        if (await PackFileBody.ReadAsync(http.Request, cancellationToken) is not { } text)
        {
            return Problems.Of(StatusCodes.Status422UnprocessableEntity, "pack.encoding");
        }

        var who = Actor.From(http.User, "file");
        var parsed = PackParser.Parse(text, out var errors);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await db.LockPackAsync(date, cancellationToken) is not { } pack)
        {
            return TypedResults.NotFound();
        }

        if (parsed is null)
        {
            return PackFileBody.Invalid(errors);
        }

        var document = parsed.AsKnown(pack.ToDocument());

        if (!VersionTag.Matches(http.Request, pack.Version))
        {
            return Stale(pack, document);
        }

        if (pack.IsReleased)
        {
            return Problems.Conflict("decide.released", date.ToString("O"));
        }

        if (Check(pack, document, who) is { Count: > 0 } found)
        {
            return PackFileBody.Invalid(found);
        }

        foreach (var (candidate, entry) in pack.InOrder.Zip(document.Items))
        {
            Apply(db, pack, candidate, entry, who, time.GetUtcNow());
        }

        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        VersionTag.Put(http.Response, pack.Version);
        return TypedResults.Ok(await ReadPacks.ViewAsync(db, pack, cancellationToken, http.User.Identity?.Name));
    }

    internal static List<PackFileError> Check(Pack pack, PackDocument document, Actor who)
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
            else if (
                !isEdited
                && entry.Choice != candidate.Choice
                && !pack.IsReleased
                && Permissions.Hindrance(pack, candidate, entry.Choice, null, who) is { } hindrance
            )
            {
                errors.Add(new PackFileError(line, entry.Number, hindrance, ChangeCandidate.FindingsOf(candidate)));
            }
        }

        return errors;
    }

    /// <summary>Takes over what differs of one entry; the caller has checked it.</summary>
    internal static void Apply(ReviewDb db, Pack pack, Candidate candidate, PackEntry entry, Actor who, DateTimeOffset now)
    {
        if (EditRequest.Of(candidate.Content, entry) is { IsEmpty: false } edit)
        {
            db.Edit(pack, candidate, edit, who, now);
        }

        if (entry.Choice != candidate.Choice)
        {
            db.Decide(pack, candidate, entry.Choice, null, who, now);
        }
    }

    private static bool IsEdited(Candidate candidate, PackEntry entry) => !EditRequest.Of(candidate.Content, entry).IsEmpty;

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
        problem.ProblemDetails.Extensions["etag"] = VersionTag.Of(pack.Version);
        problem.ProblemDetails.Extensions["differences"] = ours
            .Items.Select(current => (Current: current, Yours: document.Items.FirstOrDefault(entry => entry.Number == current.Number)))
            .Where(pair => pair.Current != (pair.Yours is null ? null : pair.Yours with { Line = 0, IsWrapped = false }))
            .Select(pair => new
            {
                number = pair.Current.Number,
                current = pair.Current,
                yours = pair.Yours,
            })
            .ToList();
        problem.ProblemDetails.Extensions["current"] = PackRenderer.Render(ours);
        return problem;
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
