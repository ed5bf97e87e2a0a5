using System.Diagnostics;
using System.Globalization;
using NewsEducator.Collector;
using NewsEducator.Collector.Addresses;
using NewsEducator.Collector.Items;
using NewsEducator.Collector.Selection;
using NewsEducator.Testing;
using Npgsql;
using Options = Microsoft.Extensions.Options.Options;

namespace NewsEducator.Benchmarks.Duplicates;

/// <summary>One text looked for among many: by the Collector's index of bands, and by PostgreSQL's own pg_trgm on the same
/// server.</summary>
internal sealed class DuplicatesBenchmark : IBenchmark
{
    private const int Probes = 400;
    private const int Raced = 100_000;
    private const int Few = 3;
    private const double Goal = 100;
    private const double Alike = 0.8;

    private readonly InventedTexts _texts = new();

    public string Name => "duplicates";

    public int Run(string[] arguments, TextWriter log)
    {
        var largest = arguments.Length > 0 ? int.Parse(arguments[0], CultureInfo.InvariantCulture) : 1_000_000;
        using var table = ItemTable.Make(TestServers.StartAsync().GetAwaiter().GetResult().NewDatabase());
        var met = true;
        foreach (var size in new[] { 1_000, 10_000, Raced, 1_000_000 }.Where(size => size <= largest))
        {
            table.GrowTo(size, _texts);
            var probes = table.Sample(Probes).ConvertAll(_texts.NearlyTheSame);
            var alike = probes
                .Zip(table.LastSample)
                .Where(pair => Fingerprint.Of(pair.First).SimilarityTo(Fingerprint.Of(pair.Second)) >= Alike)
                .Select(pair => pair.First)
                .ToList();
            var lookup = new Lookup(table);
            var found = alike.Count(text => lookup.FindAsync(text).GetAwaiter().GetResult());
            var strangers = Enumerable.Range(0, Probes).Count(_ => lookup.FindAsync(_texts.Next()).GetAwaiter().GetResult());
            log.WriteLine(
                Line(
                    $"{size} texts: {found} of {alike.Count} near-duplicates found, {strangers} of {Probes} others taken for one, {Milliseconds(lookup, alike):0.000} ms a lookup"
                )
            );
            if (size == Raced)
            {
                met = RaceAt(table, lookup, alike, log);
            }
        }

        return met ? 0 : 1;
    }

    private static bool RaceAt(ItemTable table, Lookup lookup, List<string> probes, TextWriter log)
    {
        var trigrams = Trigrams.Over(table, Alike);
        log.WriteLine(Line($"  pg_trgm finds {probes.Take(Few).Count(trigrams.Find)} of {Few}"));
        var (mine, theirs) = (0, 0);
        return Race.Run(
            Side.Waiting("NewsEducator", () => lookup.FindAsync(probes[mine++ % probes.Count])),
            [(Side.Waiting("pg_trgm", () => Task.FromResult(trigrams.Find(probes[theirs++ % probes.Count]))), Goal)],
            log
        );
    }

    private static double Milliseconds(Lookup lookup, List<string> probes) =>
        Race.Median(
            probes.ConvertAll(text =>
            {
                var watch = Stopwatch.StartNew();
                lookup.FindAsync(text).GetAwaiter().GetResult();
                return watch.Elapsed.TotalMilliseconds;
            })
        );

    private static string Line(FormattableString line) => line.ToString(CultureInfo.InvariantCulture);

    /// <summary>The product's own, from the text on.</summary>
    private sealed class Lookup(ItemTable table)
    {
        private static readonly ItemAddress Elsewhere = ItemAddress.Of("https://github.com/northwind-labs/ledger/issues/1")!;
        private readonly FindDuplicate _find = new(
            table.Db,
            new SelectionRules(Options.Create(new SelectionOptions()), Options.Create(new CollectorOptions()))
        );

        public async Task<bool> FindAsync(string text) =>
            await _find.OfAsync(Elsewhere, Fingerprint.Of(text), CancellationToken.None) is not null;
    }

    private sealed class Trigrams(NpgsqlConnection connection)
    {
        public static Trigrams Over(ItemTable table, double threshold)
        {
            table.Execute("CREATE EXTENSION pg_trgm");
            table.Execute("CREATE INDEX texts_trigrams ON texts USING gin (text gin_trgm_ops)");
            table.Execute(string.Create(CultureInfo.InvariantCulture, $"SET pg_trgm.similarity_threshold = {threshold}"));
            table.Execute("ANALYZE texts");
            return new Trigrams(table.Connection);
        }

        public bool Find(string text)
        {
            using var find = new NpgsqlCommand("SELECT url FROM texts WHERE text % $1 LIMIT 1", connection)
            {
                CommandTimeout = 0,
                Parameters = { new() { Value = text } },
            };
            return find.ExecuteScalar() is not null;
        }
    }
}
