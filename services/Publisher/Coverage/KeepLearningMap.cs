using Microsoft.EntityFrameworkCore;
using NewsEducator.Contracts;
using NewsEducator.Publisher.Data;
using NewsEducator.ServiceDefaults;

namespace NewsEducator.Publisher.Coverage;

/// <summary>Asks the Summarizer for the learning map and keeps it: a page and a note that show gaps must not lose them while it is
/// away.</summary>
internal sealed class KeepLearningMap(IServiceScopeFactory scopes, TimeProvider time, ILogger<KeepLearningMap> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var failures = 0;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await KeepAsync(stoppingToken);
                failures = 0;
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                failures++;
                logger.LogWarning("The learning map could not be read, the former one is used: {Reason}", error.GetBaseException().Message);
            }

            var pause = failures == 0 ? Interval : Backoff.After(failures, FirstPause, LongestPause);
            await Task.Delay(pause, time, stoppingToken);
        }
    }

    private async Task KeepAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var concepts = await scope.ServiceProvider.GetRequiredService<IConceptsApi>().ListConceptsAsync(cancellationToken);
        var db = scope.ServiceProvider.GetRequiredService<PublisherDb>();
        var known = await db.KnownConcepts.ToDictionaryAsync(each => each.Key, cancellationToken);
        foreach (var (place, concept) in concepts.Where(each => each.Key != Concept.NoneKey).Index())
        {
            if (known.Remove(concept.Key, out var former))
            {
                (former.Name, former.Place) = (concept.Name, place);
                continue;
            }

            db.KnownConcepts.Add(
                new KnownConcept
                {
                    Key = concept.Key,
                    Name = concept.Name,
                    Place = place,
                }
            );
        }

        db.KnownConcepts.RemoveRange(known.Values);
        await db.SaveChangesAsync(cancellationToken);
    }
}
