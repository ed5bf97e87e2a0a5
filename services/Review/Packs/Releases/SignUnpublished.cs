using Microsoft.EntityFrameworkCore;
using NewsEducator.Review.Data;
using NewsEducator.ServiceDefaults;

namespace NewsEducator.Review.Packs.Releases;

/// <summary>
/// What a version that did not sign released, and what was signed with a key that is accepted no more, is signed and sent as this service
/// starts, unless it is published.
/// </summary>
internal sealed class SignUnpublished(IServiceScopeFactory scopes, TimeProvider time, ILogger<SignUnpublished> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var failures = 1; ; failures++)
        {
            try
            {
                await SignAsync(stoppingToken);
                return;
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                logger.LogWarning("Unpublished releases cannot be signed yet: {Reason}", error.GetBaseException().Message);
                await Task.Delay(Backoff.After(failures), time, stoppingToken);
            }
        }
    }

    private async Task SignAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ReviewDb>();
        var messages = scope.ServiceProvider.GetRequiredService<ReleaseMessages>();
        var packs = await SentReleases.Unpublished(db).Include(pack => pack.Candidates).AsNoTracking().ToListAsync(cancellationToken);
        packs.ForEach(pack => messages.SendAgain(pack, time.GetUtcNow()));
        await db.SaveChangesAsync(cancellationToken);
    }
}
