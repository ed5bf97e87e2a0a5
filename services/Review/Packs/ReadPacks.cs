using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using NewsEducator.Contracts;
using NewsEducator.Review.Data;
using NewsEducator.Review.Packs.Files;
using NewsEducator.ServiceDefaults.Http;

namespace NewsEducator.Review.Packs;

internal static class ReadPacks
{
    private const int PageSize = 60;
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(100);

    /// <param name="before">Keyset: packs dated earlier than this; the last date of the page before.</param>
    public static async Task<Ok<List<PackSummary>>> List(ReviewDb db, CancellationToken cancellationToken, DateOnly? before = null)
    {
        var packs = await db
            .Packs.AsNoTracking()
            .Where(pack => before == null || pack.Date < before)
            .OrderByDescending(pack => pack.Date)
            .Take(PageSize)
            .Select(pack => new PackSummary
            {
                Date = pack.Date,
                Origin = pack.Origin,
                Status = Pack.StatusOf(
                    pack.ReleasedAt != null,
                    pack.Candidates.Count,
                    pack.Candidates.Count(candidate => candidate.Choice != null)
                ),
                Items = pack.Candidates.Count,
                Decided = pack.Candidates.Count(candidate => candidate.Choice != null),
                ETag = VersionTag.Of(pack.Version),
                CreatedAt = pack.CreatedAt,
                ReleasedAt = pack.ReleasedAt,
                PublishedAt = pack.PublishedAt,
                DigestUrl = pack.DigestUrl,
            })
            .ToListAsync(cancellationToken);
        return TypedResults.Ok(packs);
    }

    public static async Task<Results<Ok<PackView>, NotFound>> Get(
        DateOnly date,
        ReviewDb db,
        ClaimsPrincipal user,
        HttpResponse response,
        CancellationToken cancellationToken
    )
    {
        if (await FindAsync(db, date, cancellationToken) is not { } pack)
        {
            return TypedResults.NotFound();
        }

        VersionTag.Put(response, pack.Version);
        return TypedResults.Ok(await ViewAsync(db, pack, cancellationToken, user.Identity?.Name));
    }

    public static async Task<Results<ContentHttpResult, NotFound>> GetFile(
        DateOnly date,
        ReviewDb db,
        HttpResponse response,
        CancellationToken cancellationToken
    )
    {
        if (await FindAsync(db, date, cancellationToken) is not { } pack)
        {
            return TypedResults.NotFound();
        }

        VersionTag.Put(response, pack.Version);
        return TypedResults.Text(PackRenderer.Render(pack.ToDocument()), "text/markdown; charset=utf-8");
    }

    public static Task<Pack?> FindAsync(ReviewDb db, DateOnly date, CancellationToken cancellationToken) =>
        db.Packs.AsNoTracking().Include(pack => pack.Candidates).SingleOrDefaultAsync(pack => pack.Date == date, cancellationToken);

    /// <summary>The pack as soon as it is as wished, or as it is when the patience is over.</summary>
    public static async Task<Pack> WaitAsync(
        ReviewDb db,
        DateOnly date,
        Func<Pack, bool> isReady,
        TimeSpan patience,
        TimeProvider time,
        CancellationToken cancellationToken
    )
    {
        var deadline = time.GetUtcNow() + patience;
        while (true)
        {
            var pack = (await FindAsync(db, date, cancellationToken))!;
            if (isReady(pack) || time.GetUtcNow() >= deadline)
            {
                return pack;
            }

            await Task.Delay(PollInterval, time, cancellationToken);
        }
    }

    /// <summary>The pack with the audit of its day.</summary>
    /// <param name="viewer">Who looks, see <see cref="CandidateView.FourEyes"/>.</param>
    public static async Task<PackView> ViewAsync(ReviewDb db, Pack pack, CancellationToken cancellationToken, string? viewer = null) =>
        PackView.Of(
            pack,
            await db
                .Audit.AsNoTracking()
                .Where(entry => entry.Date == pack.Date)
                .OrderBy(entry => entry.DroppedAt)
                .Take(1000)
                .Select(entry => new DroppedView
                {
                    ItemId = entry.ItemId,
                    Reason = entry.Reason,
                    Date = entry.Date,
                    Url = entry.Url,
                    Title = entry.Title,
                    Detail = entry.Detail,
                    DroppedAt = entry.DroppedAt,
                })
                .ToListAsync(cancellationToken),
            viewer
        );
}
