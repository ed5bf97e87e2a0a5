using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using NewsEducator.Review.Candidates;
using NewsEducator.Review.Candidates.Listing;
using NewsEducator.Review.Data;
using NewsEducator.ServiceDefaults.Messaging;
using NewsEducator.Testing;

namespace NewsEducator.Benchmarks.Lists;

/// <summary>The list of candidates far down, by its cursor, against the same rows by OFFSET and against its first page.</summary>
internal sealed class ListBenchmark : IBenchmark
{
    private const int Rows = 1_000_000;
    private const int Row = 990_000;
    private const int PageSize = 51;
    private const int Rounds = 5;

    public string Name => "lists";

    public int Run(string[] arguments, TextWriter log)
    {
        RunAsync(log).GetAwaiter().GetResult();
        return 0;
    }

    private static async Task RunAsync(TextWriter log)
    {
        var servers = await TestServers.StartAsync();
        using var signal = new OutboxSignal();
        var options = new DbContextOptionsBuilder<ReviewDb>()
            .UseNpgsql(servers.NewDatabase(), npgsql => npgsql.CommandTimeout(1200))
            .Options;
        await using var db = new ReviewDb(options, signal, TimeProvider.System);
        await db.Database.MigrateAsync();
        await Candidates.FillAsync(db, Rows);

        var all = db.Candidates.AsNoTracking();
        var before = (
            await ListCandidates.Page(all, null).Skip(Row - 1).Select(candidate => new { candidate.ArrivedAt, candidate.Id }).FirstAsync()
        );
        var cursor = (before.ArrivedAt, before.Id);
        if (!(await IdsAsync(ListCandidates.Page(all, cursor))).SequenceEqual(await IdsAsync(ListCandidates.Page(all, null).Skip(Row))))
        {
            throw new InvalidOperationException("The cursor does not lead to the rows that OFFSET leads to.");
        }

        IQueryable<Candidate>[] ways =
        [
            ListCandidates.Page(all, null),
            ListCandidates.Page(all, cursor),
            ListCandidates.Page(all, null).Skip(Row),
        ];
        await RaceAsync("in the database", ways, way => InDatabaseAsync(db, way), log);
        await RaceAsync("with its rows read", ways, way => MillisecondsAsync(way, times: way == ways[^1] ? 1 : 40), log);
    }

    private static async Task RaceAsync(
        string name,
        IQueryable<Candidate>[] ways,
        Func<IQueryable<Candidate>, Task<double>> measure,
        TextWriter log
    )
    {
        var rounds = new List<double[]>();
        // The first round warms up.
        for (var round = 0; round <= Rounds; round++)
        {
            rounds.Add([await measure(ways[0]), await measure(ways[1]), await measure(ways[2])]);
        }

        double[] median =
        [
            .. Enumerable.Range(0, ways.Length).Select(way => rounds.Skip(1).Select(round => round[way]).Order().ElementAt(Rounds / 2)),
        ];
        log.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{name}: first page {median[0]:0.000} ms, at row {Row:n0} by cursor {median[1]:0.000} ms, by OFFSET {median[2]:0} ms"
            )
        );
        log.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"  vs OFFSET {median[2] / median[1]:0}x (goal 1,000x), vs first page {median[1] / median[0]:0.00}x (goal at most 1.5x)"
            )
        );
    }

    /// <summary>What the database itself needs for the very query that the list makes.</summary>
    private static async Task<double> InDatabaseAsync(ReviewDb db, IQueryable<Candidate> page)
    {
        await db.Database.OpenConnectionAsync();
        await using var command = page.Take(PageSize).CreateDbCommand();
        command.CommandText = $"EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON) {command.CommandText}";
        return (double)JsonNode.Parse((string)(await command.ExecuteScalarAsync())!)![0]!["Execution Time"]!;
    }

    private static Task<List<Guid>> IdsAsync(IQueryable<Candidate> page) =>
        page.Take(PageSize).Select(candidate => candidate.Id).ToListAsync();

    private static async Task<double> MillisecondsAsync(IQueryable<Candidate> page, int times)
    {
        var start = Stopwatch.GetTimestamp();
        for (var done = 0; done < times; done++)
        {
            _ = await page.Take(PageSize).ToListAsync();
        }

        return Stopwatch.GetElapsedTime(start).TotalMilliseconds / times;
    }
}
