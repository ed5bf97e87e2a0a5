using System.Net;
using System.Security.Claims;
using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using NewsEducator.Contracts;
using NewsEducator.Review.Candidates.History;
using NewsEducator.Review.Data;
using NewsEducator.Review.Packs;
using NewsEducator.Review.Packs.Files;
using NewsEducator.Review.Packs.Releases;
using NewsEducator.ServiceDefaults.Signing;
using Refit;

namespace NewsEducator.Review.Bundles;

/// <summary>A pack with all that it rests on: what <c>review verify</c> checks with no server.</summary>
internal sealed class GetPackBundle(ReviewDb db, ISnapshotsApi snapshots, ReleaseMessages messages, SigningKey key, TimeProvider time)
{
    public static async Task<Results<FileContentHttpResult, NotFound, ProblemHttpResult>> Handle(
        DateOnly date,
        GetPackBundle bundle,
        ReviewDb db,
        ClaimsPrincipal user,
        CancellationToken cancellationToken
    )
    {
        if (await ReadPacks.FindAsync(db, date, cancellationToken) is not { } pack)
        {
            return TypedResults.NotFound();
        }

        try
        {
            var zip = await bundle.WriteAsync(pack, user.Identity?.Name, cancellationToken);
            return TypedResults.Bytes(zip, BundleManifest.MediaType, $"{date:yyyy-MM-dd}.bundle");
        }
        catch (Exception error) when (error is ApiException or HttpRequestException or Polly.ExecutionRejectedException)
        {
            return Problems.Of(StatusCodes.Status503ServiceUnavailable, "bundle.snapshots");
        }
    }

    private async Task<byte[]> WriteAsync(Pack pack, string? viewer, CancellationToken cancellationToken)
    {
        var (kept, missing) = await SnapshotsOfAsync(pack, cancellationToken);
        List<(string Path, byte[] Content)> files =
        [
            (BundleManifest.PackFile, Encoding.UTF8.GetBytes(PackRenderer.Render(pack.ToDocument()))),
            (BundleManifest.Pack, BundleJson.Write(await ReadPacks.ViewAsync(db, pack, cancellationToken, viewer))),
            (BundleManifest.History, BundleJson.Write(await HistoryOfAsync(pack, viewer, cancellationToken))),
            (BundleManifest.Signatures, BundleJson.Write(messages.SignaturesOf(pack))),
            .. kept.Select(snapshot => ($"{BundleManifest.SnapshotFolder}{snapshot.Id}.json", BundleJson.Write(snapshot))),
        ];
        var manifest = new BundleManifest
        {
            Format = BundleManifest.CurrentFormat,
            PackId = pack.Id,
            Date = pack.Date,
            WrittenAt = time.GetUtcNow(),
            Files = [.. files.Select(file => BundledFile.Of(file.Path, file.Content))],
            MissingSnapshots = missing,
            KeyId = key.KeyId,
            PublicKey = key.PublicKey,
        };
        manifest = manifest with { Signature = key.Sign(SignedText.Of(manifest)) };
        return StoredZip.Write([(BundleManifest.Path, BundleJson.Write(manifest)), .. files]);
    }

    private async Task<(List<Snapshot> Kept, List<string> Missing)> SnapshotsOfAsync(Pack pack, CancellationToken cancellationToken)
    {
        var (kept, missing) = (new List<Snapshot>(), new List<string>());
        var sources = pack.InOrder.SelectMany(candidate => candidate.FurtherSources.Prepend(candidate.Source)).OfType<SourceItem>();
        foreach (var id in sources.Select(source => source.SnapshotId).Distinct().Order(StringComparer.Ordinal))
        {
            try
            {
                kept.Add(await snapshots.GetSnapshotAsync(id, cancellationToken));
            }
            catch (ApiException error) when (error.StatusCode == HttpStatusCode.NotFound)
            {
                missing.Add(id);
            }
        }

        return (kept, missing);
    }

    // Under four eyes nobody reads the other's opinion before the end, here neither.
    private async Task<List<HistoryView>> HistoryOfAsync(Pack pack, string? viewer, CancellationToken cancellationToken)
    {
        var entries = await db
            .History.AsNoTracking()
            .Where(entry => entry.PackId == pack.Id)
            .OrderBy(entry => entry.Id)
            .ToListAsync(cancellationToken);
        var isOpen = !pack.FourEyes || pack.IsReleased;
        return entries.ConvertAll(entry => isOpen || entry.By == viewer ? HistoryView.Of(entry) : HistoryView.Veiled(entry));
    }
}
