using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using NewsEducator.Collector.Data;
using NewsEducator.Collector.Polling;

namespace NewsEducator.Collector.Sources;

internal static class ReadSources
{
    private const int PageSize = 200;

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

    public static async Task<Results<Ok<SourceView>, NotFound>> Get(string id, CollectorDb db, HttpResponse response, CancellationToken cancellationToken)
    {
        if (await Rows(db).FirstOrDefaultAsync(row => row.Source.Id == id, cancellationToken) is not { } found)
        {
            return TypedResults.NotFound();
        }

        response.Headers.ETag = SourceTag.Of(found.Source);
        return TypedResults.Ok(found.View());
    }

    public static async Task<Results<Ok<SourceHealth>, NotFound>> Health(string id, CollectorDb db, CancellationToken cancellationToken) =>
        await Rows(db).FirstOrDefaultAsync(row => row.Source.Id == id, cancellationToken) is { } found
            ? TypedResults.Ok(SourceHealth.Of(found.Source, found.State))
            : TypedResults.NotFound();

    private static IQueryable<Row> Rows(CollectorDb db) => db.Sources.AsNoTracking()
        .Join(db.PollStates, source => source.Id, state => state.SourceId, (source, state) => new Row { Source = source, State = state });

    private sealed class Row
    {
        public required Source Source { get; init; }

        public required PollState State { get; init; }

        public SourceView View() => new()
        {
            Id = Source.Id,
            Kind = Source.Kind,
            Target = Source.Target,
            Interval = Duration.Write(Source.Interval),
            Enabled = Source.Enabled,
            FromFile = Source.FromFile,
            Health = SourceHealth.Of(Source, State),
        };
    }
}
