using Microsoft.EntityFrameworkCore;
using NewsEducator.Publisher.Data;
using NewsEducator.ServiceDefaults;

namespace NewsEducator.Publisher.Search;

/// <summary>Indexes what was published before there was a search; once that is done it ends.</summary>
internal sealed class IndexFormerItems(IServiceScopeFactory scopes, TimeProvider time, ILogger<IndexFormerItems> logger) : BackgroundService
{
    private const int BatchSize = 100;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var failures = 0; ; )
        {
            try
            {
                if (await IndexAsync(stoppingToken) == 0)
                {
                    return;
                }
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                logger.LogWarning(error, "Published items could not be indexed; it is tried again.");
                await Task.Delay(Backoff.After(++failures), time, stoppingToken);
            }
        }
    }

    private async Task<int> IndexAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PublisherDb>();
        var items = await db
            .DigestItems.Where(item => item.Source == "" && item.WithdrawnAt == null)
            .Take(BatchSize)
            .ToListAsync(cancellationToken);
        items.ForEach(item => item.Index());
        await db.SaveChangesAsync(cancellationToken);
        return items.Count;
    }
}
