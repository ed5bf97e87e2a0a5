using Microsoft.Extensions.Options;
using NewsEducator.Collector.Connectors;
using NewsEducator.Collector.Data;
using NewsEducator.Collector.Items;
using NewsEducator.Collector.Sources;
using NewsEducator.Collector.Telemetry;
using NewsEducator.Contracts;

namespace NewsEducator.Collector.Polling;

/// <summary>Polls one source that the caller has leased: each item is saved by itself, then how the poll went.</summary>
internal sealed class PollSource(
    CollectorDb db,
    ConnectorCatalog connectors,
    CollectItem collect,
    IOptions<CollectorOptions> options,
    TimeProvider time,
    CollectorMetrics metrics,
    ILogger<PollSource> logger)
{
    public async Task<PollReport> PollAsync(Source source, CancellationToken cancellationToken)
    {
        using var activity = CollectorMetrics.Activities.StartActivity("poll source");
        activity?.SetTag("source.id", source.Id);
        using var timeout = new CancellationTokenSource(options.Value.Lease, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        var report = new PollReport();
        try
        {
            await CollectAsync(source, report, either.Token);
            await SucceedAsync(source, report, cancellationToken);
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            await db.ReleaseAsync(source.Id);
            throw;
        }
        catch (Exception error)
        {
            // Whatever it was, the source's health shows it: a broken source must not look like a quiet one.
            await FailAsync(source, report, error, cancellationToken);
        }

        return report;
    }

    private async Task CollectAsync(Source source, PollReport report, CancellationToken cancellationToken)
    {
        var since = time.GetUtcNow() - options.Value.Window;
        var listed = await connectors.Source(source.Kind).ListAsync(source.Target, since, cancellationToken);

        // The oldest first: of two copies of a text the original is kept.
        foreach (var facts in listed.OrderBy(facts => facts.PublishedAt))
        {
            var item = await collect.ListedAsync(facts, source.Id, cancellationToken);
            report.Count(await db.SaveUnlessTakenAsync(cancellationToken) ? item : null);
            db.ChangeTracker.Clear();
        }
    }

    private async Task SucceedAsync(Source source, PollReport report, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var state = await db.PollStates.FindAsync([source.Id], cancellationToken);
        state?.Succeed(report, now, now + source.Interval);
        await db.SaveChangesAsync(cancellationToken);
        logger.LogInformation(
            "Polled {Source}: {Listed} listed, {Collected} collected, {Dropped} dropped",
            source.Id, report.Listed, report.Collected, report.Dropped.Values.Sum());
    }

    private async Task FailAsync(Source source, PollReport report, Exception error, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var fault = UpstreamFault.Of(error, now);
        report.Error = fault?.Detail ?? (error is OperationCanceledException ? "The poll took longer than its lease." : error.GetType().Name);
        db.ChangeTracker.Clear();
        var state = await db.PollStates.FindAsync([source.Id], cancellationToken);
        if (state is not null)
        {
            state.Fail(report.Error, now, failures => Latest(now + Backoff.After(failures, options.Value), fault?.NotBefore));
            db.Publish(new SourceFailed
            {
                SourceId = source.Id,
                Error = report.Error,
                ConsecutiveFailures = state.ConsecutiveFailures,
                FailedAt = now,
            });
        }

        await db.SaveChangesAsync(cancellationToken);
        metrics.PollFailed(source.Kind);
        logger.LogWarning(fault is null ? error : null, "The poll of {Source} failed: {Error}", source.Id, report.Error);
    }

    private static DateTimeOffset Latest(DateTimeOffset backoff, DateTimeOffset? notBefore) => notBefore > backoff ? notBefore.Value : backoff;
}
