using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NewsEducator.Review.Candidates;
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
        var options = new DbContextOptionsBuilder<ReviewDb>().UseNpgsql(servers.NewDatabase(), npgsql => npgsql.CommandTimeout(1200)).Options;
        await using var db = new ReviewDb(options, signal, TimeProvider.System);
        await db.Database.MigrateAsync();
        await Candidates.FillAsync(db, Rows);

        var all = db.Candidates.AsNoTracking();
        var before = (await ListCandidates.Page(all, null).Skip(Row - 1).Select(candidate => new { candidate.ArrivedAt, candidate.Id }).FirstAsync());
        var cursor = (before.ArrivedAt, before.Id);
        if (!(await IdsAsync(ListCandidates.Page(all, cursor))).SequenceEqual(await IdsAsync(ListCandidates.Page(all, null).Skip(Row))))
        {
            throw new InvalidOperationException("The cursor does not lead to the rows that OFFSET leads to.");
        }

        var (first, deep, offset) = (new List<double>(), new List<double>(), new List<double>());
        for (var round = 0; round <= Rounds; round++)
        {
            first.Add(await MillisecondsAsync(ListCandidates.Page(all, null), times: 40));
            deep.Add(await MillisecondsAsync(ListCandidates.Page(all, cursor), times: 40));
            offset.Add(await MillisecondsAsync(ListCandidates.Page(all, null).Skip(Row), times: 1));
        }

        var (page, down, skipped) = (Median(first), Median(deep), Median(offset));
        log.WriteLine(string.Create(CultureInfo.InvariantCulture, $"first page {page:0.00} ms, at row {Row:n0} by cursor {down:0.00} ms, by OFFSET {skipped:0} ms"));
        log.WriteLine(string.Create(CultureInfo.InvariantCulture, $"vs OFFSET {skipped / down:0}x (goal 1,000x), vs first page {down / page:0.00}x (goal at most 1.5x)"));
    }

    private static Task<List<Guid>> IdsAsync(IQueryable<Candidate> page) => page.Take(PageSize).Select(candidate => candidate.Id).ToListAsync();

    private static async Task<double> MillisecondsAsync(IQueryable<Candidate> page, int times)
    {
        var start = Stopwatch.GetTimestamp();
        for (var done = 0; done < times; done++)
        {
            _ = await page.Take(PageSize).ToListAsync();
        }

        return Stopwatch.GetElapsedTime(start).TotalMilliseconds / times;
    }

    /// <summary>Without the first round, which warms up.</summary>
    private static double Median(List<double> rounds) => rounds.Skip(1).Order().ElementAt(Rounds / 2);
}
