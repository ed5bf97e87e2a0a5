using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using NewsEducator.Collector.Data;
using NewsEducator.Collector.Polling;
using NewsEducator.Collector.Retries;
using NewsEducator.ServiceDefaults.Http;

namespace NewsEducator.Collector.Sources;

internal static class ReadSources
{
    private const int PageSize = 200;
    private const int MostWaits = 50;

    /// <summary>By id; the next page is asked for with <c>after</c>, the last id of this one.</summary>
    public static async Task<Ok<List<SourceView>>> List(CollectorDb db, string? after, CancellationToken cancellationToken)
    {
        var rows = await Rows(db)
            .Where(row => after == null || string.Compare(row.Source.Id, after) > 0)
            .OrderBy(row => row.Source.Id)
            .Take(PageSize)
            .ToListAsync(cancellationToken);
        return TypedResults.Ok(rows.Select(row => row.View()).ToList());
    }

    public static async Task<Results<Ok<SourceView>, NotFound>> Get(
        string id,
        CollectorDb db,
        HttpResponse response,
        CancellationToken cancellationToken
    )
    {
        if (await Rows(db).FirstOrDefaultAsync(row => row.Source.Id == id, cancellationToken) is not { } found)
        {
            return TypedResults.NotFound();
        }

        VersionTag.Put(response, found.Source.Revision);
        return TypedResults.Ok(found.View());
    }

    public static async Task<Results<Ok<SourceHealth>, NotFound>> Health(string id, CollectorDb db, CancellationToken cancellationToken)
    {
        if (await Rows(db).FirstOrDefaultAsync(row => row.Source.Id == id, cancellationToken) is not { } found)
        {
            return TypedResults.NotFound();
        }

        var waits = await db
            .FetchRetries.AsNoTracking()
            .Where(retry => retry.SourceId == id)
            .OrderBy(retry => retry.FirstFailedAt)
            .Take(MostWaits)
            .ToListAsync(cancellationToken);
        return TypedResults.Ok(found.Health() with { Waits = waits.ConvertAll(WaitView.Of) });
    }

    private static IQueryable<Row> Rows(CollectorDb db) =>
        db
            .Sources.AsNoTracking()
            .Join(
                db.PollStates,
                source => source.Id,
                state => state.SourceId,
                (source, state) =>
                    new Row
                    {
                        Source = source,
                        State = state,
                        Waiting = db.FetchRetries.Count(retry => retry.SourceId == source.Id),
                        WaitingSince = db
                            .FetchRetries.Where(retry => retry.SourceId == source.Id)
                            .Min(retry => (DateTimeOffset?)retry.FirstFailedAt),
                    }
            );

    private sealed class Row
    {
        public required Source Source { get; init; }

        public required PollState State { get; init; }

        public int Waiting { get; init; }

        public DateTimeOffset? WaitingSince { get; init; }

        public SourceHealth Health() => SourceHealth.Of(Source, State) with { Waiting = Waiting, WaitingSince = WaitingSince };

        public SourceView View() =>
            new()
            {
                Id = Source.Id,
                Kind = Source.Kind,
                Target = Source.Target,
                Interval = Duration.Write(Source.Interval),
                Enabled = Source.Enabled,
                FromFile = Source.FromFile,
                Health = Health(),
            };
    }
}
