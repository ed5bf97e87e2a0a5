using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NewsEducator.Publisher.Data;

namespace NewsEducator.Publisher.Notes.Repository;

/// <summary>Commits and pushes what was written, and tries again with growing pauses what failed.</summary>
internal sealed class NotesSaver(IServiceScopeFactory scopes, IOptions<GitOptions> options, TimeProvider time, ILogger<NotesSaver> logger)
    : BackgroundService
{
    private static readonly TimeSpan PollInterval = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.Value.IsOn)
        {
            return;
        }

        var isLookedAt = false;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (!isLookedAt)
                {
                    await LookAsync(stoppingToken);
                    isLookedAt = true;
                }

                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<SaveNotes>().NextAsync(stoppingToken);
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                logger.LogWarning(error, "The vault's notes could not be saved in git; it is tried again.");
            }

            await Task.Delay(PollInterval, time, stoppingToken);
        }
    }

    /// <summary>What is wrong is said at the start, not with the first digest, and once more after a restart.</summary>
    private async Task LookAsync(CancellationToken stoppingToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        await SaveNotes.AskForAsync(scope.ServiceProvider.GetRequiredService<PublisherDb>(), time.GetUtcNow(), stoppingToken);
        await scope
            .ServiceProvider.GetRequiredService<PublisherDb>()
            .RepositoryStates.ExecuteUpdateAsync(update => update.SetProperty(each => each.Reason, (string?)null), stoppingToken);
    }
}
