using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using NewsEducator.Collector.Data;
using NewsEducator.Collector.Polling;
using NewsEducator.Collector.Retries;

namespace NewsEducator.Collector.Sources;

/// <summary>All sources at a glance, and those that somebody should look at.</summary>
internal static class SourcesHealth
{
    private const int MostShown = 100;

    public static async Task<Ok<Response>> Handle(CollectorDb db, TimeProvider time, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var counts = await db
            .Sources.Join(
                db.PollStates,
                source => source.Id,
                state => state.SourceId,
                (source, state) => new { source.Enabled, State = state }
            )
            .GroupBy(_ => 1)
            .Select(all => new Counts(
                all.Count(),
                all.Count(row => !row.Enabled),
                all.Count(row => row.Enabled && row.State.ConsecutiveFailures > 0),
                all.Count(row => row.Enabled && row.State.ConsecutiveFailures == 0 && row.State.QuietSince != null),
                all.Count(row => row.Enabled && row.State.ConsecutiveFailures == 0 && row.State.LastSucceededAt == null),
                all.Count(row => row.Enabled && row.State.NextPollAt <= now)
            ))
            .FirstOrDefaultAsync(cancellationToken);
        var troubled = await db
            .Sources.Join(
                db.PollStates,
                source => source.Id,
                state => state.SourceId,
                (source, state) => new { Source = source, State = state }
            )
            .Where(row => row.Source.Enabled && (row.State.ConsecutiveFailures > 0 || row.State.QuietSince != null))
            .OrderByDescending(row => row.State.ConsecutiveFailures)
            .ThenBy(row => row.Source.Id)
            .Take(MostShown)
            .AsNoTracking()
            .ToListAsync(cancellationToken);
        var hosts = await db
            .Hosts.AsNoTracking()
            .Where(host => host.NotBefore > now)
            .OrderBy(host => host.Name)
            .Take(MostShown)
            .Select(host => new RestingHost(host.Name, host.NotBefore))
            .ToListAsync(cancellationToken);
        var waits = await db
            .FetchRetries.AsNoTracking()
            .OrderBy(retry => retry.FirstFailedAt)
            .Take(MostShown)
            .ToListAsync(cancellationToken);
        return TypedResults.Ok(
            new Response(
                counts ?? new Counts(0, 0, 0, 0, 0, 0),
                [
                    .. troubled.Select(row => new TroubledSource(
                        row.Source.Id,
                        row.Source.Kind,
                        row.Source.Target,
                        SourceHealth.Of(row.Source, row.State)
                    )),
                ],
                hosts,
                waits.ConvertAll(WaitView.Of)
            )
        );
    }

    /// <param name="Counts">Of all sources.</param>
    /// <param name="Troubled">Failing or quiet ones, those that failed most often first; 100 at most.</param>
    /// <param name="RestingHosts">Hosts that asked to be left alone, and until when.</param>
    /// <param name="Waits">Items that their host did not serve yet, those that wait longest first; 100 at most.</param>
    internal sealed record Response(
        Counts Counts,
        IReadOnlyList<TroubledSource> Troubled,
        IReadOnlyList<RestingHost> RestingHosts,
        IReadOnlyList<WaitView> Waits
    );

    /// <param name="Total">All.</param>
    /// <param name="Disabled">Never polled.</param>
    /// <param name="Failing">Their last poll failed.</param>
    /// <param name="Quiet">Polled well, but silent for strangely long.</param>
    /// <param name="NeverPolled">Not yet.</param>
    /// <param name="Due">Waiting for a poll now.</param>
    internal sealed record Counts(int Total, int Disabled, int Failing, int Quiet, int NeverPolled, int Due);

    internal sealed record TroubledSource(string Id, string Kind, string Target, SourceHealth Health);

    internal sealed record RestingHost(string Host, DateTimeOffset Until);
}
