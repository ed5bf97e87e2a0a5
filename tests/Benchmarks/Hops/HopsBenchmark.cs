using System.Diagnostics;
using System.Globalization;
using NewsEducator.Testing;

namespace NewsEducator.Benchmarks.Hops;

/// <summary>What it costs that no message is lost or handled twice: a hop through outbox, broker and inbox, on a database that waits for
/// the disk, against a hop of MassTransit on the same broker with no database at all.</summary>
internal sealed class HopsBenchmark : IBenchmark
{
    private const int Messages = 100;
    private const int Hops = 10;
    private const double Goal = 0.5;
    private const int Rounds = 5;
    private const double MostSlowdown = 1.2;

    public string Name => "hops";

    public int Run(string[] arguments, TextWriter log) => RunAsync(arguments, log).GetAwaiter().GetResult();

    private static async Task<int> RunAsync(string[] arguments, TextWriter log)
    {
        var history = arguments.Length > 0 ? int.Parse(arguments[0], CultureInfo.InvariantCulture) : 1_000_000;
        var servers = await TestServers.StartDurableAsync();
        await using var durable = await DurableHops.StartAsync(servers);
        await using var bare = await BareHops.StartAsync(servers);
        log.WriteLine($"{Messages} messages of {Hops} hops each:");
        var isFast = Race.Run(Of(durable), [(Of(bare), Goal)], log);

        var before = await SecondsAsync(durable);
        await durable.AddHistoryAsync(history);
        var after = await SecondsAsync(durable);
        log.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"  with {history} messages handled before: {after / before:0.00} times as long, goal {MostSlowdown}: {(after <= MostSlowdown * before ? "met" : "missed")}"
            )
        );
        return isFast && after <= MostSlowdown * before ? 0 : 1;
    }

    private static Side Of(IHops hops) => Side.Waiting(hops.Name, () => hops.WalkAsync(Messages, Hops));

    private static async Task<double> SecondsAsync(DurableHops hops)
    {
        var rounds = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            var watch = Stopwatch.StartNew();
            await hops.WalkAsync(Messages, Hops);
            rounds.Add(watch.Elapsed.TotalSeconds);
        }

        return Race.Median(rounds);
    }
}
