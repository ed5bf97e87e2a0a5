using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NewsEducator.Review.Data;

namespace NewsEducator.Review.Notes;

/// <summary>Looks at the vault and at the packs of the last days, and syncs those of which either changed.</summary>
/// <remarks>It polls: file events do not come through network folders and sync tools. Replicas take turns by the pack's lock.</remarks>
internal sealed class NotesFolderPoll(
    IServiceScopeFactory scopes,
    IOptions<NotesOptions> options,
    NoteFaults faults,
    TimeProvider time,
    ILogger<NotesFolderPoll> logger
) : BackgroundService
{
    // As it was when note and pack were last in step, or were left to the pauses of a fault.
    private readonly Dictionary<DateOnly, Look> _settled = [];

    private readonly record struct Look(int PackVersion, (DateTime WrittenAt, long Length)? Stamp, string Copies);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (string.IsNullOrEmpty(options.Value.Folder))
        {
            return;
        }

        using var timer = new PeriodicTimer(options.Value.Interval, time);
        do
        {
            try
            {
                foreach (var (date, version) in await RecentAsync(stoppingToken))
                {
                    await LookAsync(date, version, stoppingToken);
                }
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                logger.LogWarning(error, "The notes could not be brought into step with the packs; it is tried again.");
            }
        } while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>One note that cannot be read or written keeps none of the others waiting.</summary>
    private async Task LookAsync(DateOnly date, int version, CancellationToken cancellationToken)
    {
        try
        {
            var file = new NoteFile(options.Value.PathOf(date));
            var look = new Look(version, file.Stamp, string.Join('\n', file.ConflictCopies()));
            if (_settled.TryGetValue(date, out var settled) && settled == look && (faults.Of(date) is null || !faults.MayTry(date)))
            {
                return;
            }

            _settled[date] = look;
            await using var scope = scopes.CreateAsyncScope();
            if (!await scope.ServiceProvider.GetRequiredService<ApplyNoteEdits>().RunAsync(date, cancellationToken))
            {
                _settled.Remove(date);
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            if (faults.Failed(date, NoteFaultKind.Read, error.Message))
            {
                logger.LogWarning("The note of {Date} cannot be read and is tried again: {Reason}", date, error.Message);
            }
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            _settled.Remove(date);
            logger.LogWarning(error, "The note of {Date} could not be brought into step with its pack; it is tried again.", date);
        }
    }

    private async Task<Dictionary<DateOnly, int>> RecentAsync(CancellationToken cancellationToken)
    {
        var since = time.GetUtcNow().AddDays(-options.Value.Days);
        await using var scope = scopes.CreateAsyncScope();
        return await scope
            .ServiceProvider.GetRequiredService<ReviewDb>()
            .Packs.AsNoTracking()
            .Where(pack => pack.CreatedAt >= since)
            .ToDictionaryAsync(pack => pack.Date, pack => pack.Version, cancellationToken);
    }
}
