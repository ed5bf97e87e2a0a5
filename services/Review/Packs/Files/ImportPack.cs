using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NewsEducator.Contracts;
using NewsEducator.Review.Candidates;
using NewsEducator.Review.Data;
using NewsEducator.ServiceDefaults.Http;

namespace NewsEducator.Review.Packs.Files;

/// <summary>Takes in a foreign pack: each source is fetched and screened before anyone can decide.</summary>
/// <remarks>Ticks of the file are not taken over: whoever ticked could not have seen the evidence.</remarks>
internal static class ImportPack
{
    public static async Task<Results<Created<PackView>, Accepted<PackView>, Ok<PackView>, ProblemHttpResult>> Handle(
        HttpRequest request,
        ReviewDb db,
        ClaimsPrincipal user,
        IOptions<ReviewOptions> options,
        TimeProvider time,
        CancellationToken cancellationToken
    )
    {
        var text = await PackFileBody.ReadAsync(request, cancellationToken);
        if (text is null)
        {
            return Problems.Of(StatusCodes.Status422UnprocessableEntity, "pack.encoding");
        }

        if (PackParser.Parse(text, out var errors) is not { } document)
        {
            return PackFileBody.Invalid(errors);
        }

        if (document.Items.Count == 0)
        {
            return Problems.Of(StatusCodes.Status422UnprocessableEntity, "import.empty");
        }

        var fileHash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
        var isNew = await StoreAsync(
            db,
            document,
            fileHash,
            options.Value.FourEyes,
            user.Identity!.Name!,
            time.GetUtcNow(),
            cancellationToken
        );
        var pack = await ReadPacks.WaitAsync(
            db,
            document.Date,
            each => each.Compliance.Pending == 0,
            options.Value.AnswerWithin,
            time,
            cancellationToken
        );
        if (pack.FileHash != fileHash)
        {
            return Problems.Conflict("import.exists", document.Date.ToString("O"));
        }

        var view = await ReadPacks.ViewAsync(db, pack, cancellationToken) with
        {
            AlreadyPublished = await PublishedAsync(db, pack, cancellationToken),
        };
        var address = $"/api/packs/{document.Date:yyyy-MM-dd}";
        VersionTag.Put(request.HttpContext.Response, pack.Version);
        return pack.Compliance.Pending > 0 ? TypedResults.Accepted(address, view)
            : isNew ? TypedResults.Created(address, view)
            : TypedResults.Ok(view);
    }

    private static async Task<IReadOnlyList<PublishedBefore>> PublishedAsync(ReviewDb db, Pack pack, CancellationToken cancellationToken)
    {
        var items = pack.Candidates.Select(candidate => candidate.ItemId).Distinct().ToArray();
        var approved = nameof(CandidateState.Approved);
        var published = await db
            .Database.SqlQuery<EarlierItem>(
                $"""
                SELECT (candidate.source->>'itemId')::uuid AS item_id, pack.date
                FROM candidates AS candidate JOIN packs AS pack ON pack.id = candidate.pack_id
                WHERE candidate.state = {approved} AND pack.id <> {pack.Id} AND (candidate.source->>'itemId')::uuid = ANY ({items})
                """
            )
            .ToListAsync(cancellationToken);
        return
        [
            .. from candidate in pack.InOrder
            let earlier = published.Find(each => each.ItemId == candidate.ItemId)
            where earlier is not null
            select new PublishedBefore(candidate.Number!.Value, candidate.Url, earlier.Date),
        ];
    }

    private sealed record EarlierItem(Guid ItemId, DateOnly Date);

    private static async Task<bool> StoreAsync(
        ReviewDb db,
        PackDocument document,
        string fileHash,
        bool fourEyes,
        string by,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (!await db.TryAddPackAsync(document.Date, PackOrigin.Imported, fileHash, fourEyes, by, now, cancellationToken))
        {
            return false;
        }

        foreach (var entry in document.Items)
        {
            var submission = new Submission
            {
                Id = ItemIds.ForSubmission(document.Date, entry.Number, entry.Url),
                PackDate = document.Date,
                Number = entry.Number,
                Title = entry.Title,
                Type = entry.Type,
                Summary = entry.Summary,
            };
            db.Candidates.Add(Candidate.FromSubmission(submission, entry.Url, ItemIds.ForPack(document.Date), now));
            db.Publish(new ItemSubmitted { Url = entry.Url, Submission = submission });
        }

        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }
}
