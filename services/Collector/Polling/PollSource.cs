using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NewsEducator.Collector.Connectors;
using NewsEducator.Collector.Connectors.Http;
using NewsEducator.Collector.Data;
using NewsEducator.Collector.Items;
using NewsEducator.Collector.Policies;
using NewsEducator.Collector.Sources;
using NewsEducator.Collector.Telemetry;
using NewsEducator.Contracts;

namespace NewsEducator.Collector.Polling;

/// <summary>Polls one source that the caller has leased: each item is saved by itself, then how the poll went.</summary>
internal sealed class PollSource(
    CollectorDb db,
    ConnectorCatalog connectors,
    AskPolicy policy,
    Whitelist whitelist,
    CollectInIsolation collect,
    IOptions<CollectorOptions> options,
    TimeProvider time,
    CollectorMetrics metrics,
    ILogger<PollSource> logger
)
{
    // News that are older come too late for anybody.
    private static readonly TimeSpan LongestOutage = TimeSpan.FromDays(30);

    public async Task<PollReport> PollAsync(Source source, CancellationToken cancellationToken)
    {
        using var activity = CollectorMetrics.Activities.StartActivity("poll source");
        activity?.SetTag("source.id", source.Id);
        using var timeout = new CancellationTokenSource(options.Value.Lease, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        var report = new PollReport();
        try
        {
            var state = await db.PollStates.AsNoTracking().FirstOrDefaultAsync(row => row.SourceId == source.Id, either.Token);
            var conditional = await CollectAsync(source, state, report, either.Token);
            await SucceedAsync(source, state, report, conditional, cancellationToken);
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            await db.AbandonAsync();
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

    private async Task<ConditionalRequest> CollectAsync(
        Source source,
        PollState? state,
        PollReport report,
        CancellationToken cancellationToken
    )
    {
        await policy.RequireAsync(cancellationToken);
        var connector = connectors.Source(source.Kind);
        if (SourceRules.PolicyError(source.Target, connector.Target, whitelist) is { } forbidden)
        {
            throw new UnreadableException(forbidden, FaultKind.Forbidden);
        }

        var conditional = ConditionalRequest.Begin(state?.Validators);
        IReadOnlyList<ItemFacts> listed;
        try
        {
            listed = await connector.ListAsync(source.Target, Since(state), cancellationToken);
        }
        catch (Exception) when (conditional.NotModified)
        {
            report.NotModified = true;
            return conditional;
        }

        conditional.ListRead();
        report.Times = [.. listed.Where(facts => !facts.IsUndated).Select(facts => facts.UpdatedAt)];

        // The oldest first: of two copies of a text the original is kept.
        foreach (var facts in listed.OrderBy(facts => facts.PublishedAt))
        {
            report.Count(await collect.ListedAsync(facts, source.Id, cancellationToken));
        }

        report.Unread = conditional.Unread;
        return conditional;
    }

    // To the day, so that the address of a list stays the same between two polls and its ETag holds. After an outage that is longer than
    // the window, what changed meanwhile is listed too.
    private DateTimeOffset Since(PollState? state)
    {
        var now = time.GetUtcNow();
        var usual = now - options.Value.Window;
        var since = state?.LastSucceededAt is { } last && last < usual ? Latest(last, now - LongestOutage) : usual;
        return new DateTimeOffset(since.UtcDateTime.Date, TimeSpan.Zero);
    }

    private static DateTimeOffset Latest(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    private async Task SucceedAsync(
        Source source,
        PollState? state,
        PollReport report,
        ConditionalRequest conditional,
        CancellationToken cancellationToken
    )
    {
        var now = time.GetUtcNow();
        if (state is not null)
        {
            // Read before the poll: while it is leased only a person's edit changes it.
            db.Attach(state);
            // What of the list could not be read this time is asked for in full next time.
            state.Succeed(report, report.Unread.Count == 0 ? conditional.Validators : null, now);
            state.Schedule(NextPoll.AfterSuccess(state, source.Interval, conditional.Fresh, options.Value, now));
            if (state.Listen(options.Value.QuietAfter, now))
            {
                db.Publish(
                    new SourceWentQuiet
                    {
                        SourceId = source.Id,
                        LastNewAt = state.PollCadence.NewestAt!.Value,
                        UsualGap = state.PollCadence.UsualGap!.Value,
                    }
                );
                metrics.WentQuiet(source.Kind);
            }
        }

        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            // The source was deleted meanwhile, and with it what this poll would be noted in.
        }

        logger.LogInformation(
            "Polled {Source}: {Listed} listed, {Collected} collected, {Dropped} dropped, {Waiting} waiting, {Unread} unread",
            source.Id,
            report.Listed,
            report.Collected,
            report.Dropped.Values.Sum(),
            report.Waiting,
            report.Unread.Count
        );
    }

    private async Task FailAsync(Source source, PollReport report, Exception error, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var fault = UpstreamFault.Of(error, now);
        if (fault is { NotAsked: true, NotBefore: { } opens })
        {
            await PutOffAsync(source, report, opens, cancellationToken);
            return;
        }

        report.Error =
            fault?.Detail ?? (error is OperationCanceledException ? "The poll took longer than its lease." : error.GetType().Name);
        await db.AbandonAsync();
        db.ChangeTracker.Clear();
        var state = await db.PollStates.FindAsync([source.Id], cancellationToken);
        if (state is not null)
        {
            state.Fail(report.Error, now);
            state.Schedule(NextPoll.AfterFailure(state, fault?.NotBefore, options.Value, now));
            db.Publish(
                new SourceFailed
                {
                    SourceId = source.Id,
                    Error = report.Error,
                    ConsecutiveFailures = state.ConsecutiveFailures,
                    FailedAt = now,
                }
            );
        }

        await db.SaveChangesAsync(cancellationToken);
        metrics.PollFailed(source.Kind);
        logger.LogWarning(fault is null ? error : null, "The poll of {Source} failed: {Error}", source.Id, report.Error);
    }

    private async Task PutOffAsync(Source source, PollReport report, DateTimeOffset opens, CancellationToken cancellationToken)
    {
        report.PutOffUntil = opens;
        await db.AbandonAsync();
        db.ChangeTracker.Clear();
        if (await db.PollStates.FindAsync([source.Id], cancellationToken) is { } state)
        {
            state.PutOff();
            state.Schedule(NextPoll.AfterRest(state, opens, options.Value));
        }

        await db.SaveChangesAsync(cancellationToken);
        logger.LogInformation("The poll of {Source} is put off until {Opens}: its host rests", source.Id, opens);
    }
}
