using System.Diagnostics;
using System.Globalization;
using NewsEducator.Benchmarks.Peers;
using NewsEducator.Testing;

namespace NewsEducator.Benchmarks.Polls;

/// <summary>Feeds in which nothing is new: by the Collector's poller on a real database, and by sfeed_update, by the clock.</summary>
internal sealed class PollsBenchmark : IBenchmark
{
    private const int Sources = 10_000;
    private const int Peers = 20;
    private const int Rounds = 5;
    private const double Goal = 30;
    private const double ShareOfBytes = 0.01;

    public string Name => "polls";

    public int Run(string[] arguments, TextWriter log)
    {
        var sources = arguments.Length > 0 ? int.Parse(arguments[0], CultureInfo.InvariantCulture) : Sources;
        var due = sources / Rounds;
        using var server = FeedServer.Start();
        using var collector = new PollingCollector(TestServers.StartAsync().GetAwaiter().GetResult().NewDatabase(), server.Port, sources);
        collector.Configure(sources);
        log.WriteLine(
            Line(
                $"first poll of {sources} sources: {Milliseconds(() => collector.PollAllDueAsync()) / sources:0.00} ms and {server.Sent / sources} bytes each"
            )
        );
        using var peer = Programs.Has("sfeed_update", log) ? new SfeedUpdate(server.Port, Peers) : null;
        peer?.RunAsync().GetAwaiter().GetResult();

        var (ours, theirs, ourBytes, theirBytes) = (new List<double>(), new List<double>(), 0L, 0L);
        for (var round = 0; round < Rounds; round++)
        {
            collector.MakeDue(due, round * due);
            ourBytes += Sent(server, () => ours.Add(Milliseconds(() => collector.PollAllDueAsync()) / due));
            theirBytes += peer is null ? 0 : Sent(server, () => theirs.Add(Milliseconds(peer.RunAsync) / Peers));
        }

        log.WriteLine(Line($"  NewsEducator: {Race.Median(ours):0.00} ms, {ourBytes / sources} bytes a source"));
        var met = peer is null || Compare(ours, theirs, (double)ourBytes / sources / ((double)theirBytes / Rounds / Peers), log);
        foreach (var size in new[] { sources * 10, sources * 100 })
        {
            collector.Configure(size, due: false);
            collector.MakeDue(due, 0);
            log.WriteLine(Line($"  {due} due of {size}: {Milliseconds(() => collector.PollAllDueAsync()) / due:0.00} ms"));
        }

        return met ? 0 : 1;
    }

    private static bool Compare(List<double> ours, List<double> theirs, double bytes, TextWriter log)
    {
        var ratio = Race.Median(ours.Zip(theirs, (mine, other) => other / mine));
        log.WriteLine(
            Line(
                $"  sfeed_update: {Race.Median(theirs):0.00} ms, {ratio:0.0} times as long, goal {Goal}: {(ratio >= Goal ? "met" : "missed")}"
            )
        );
        log.WriteLine(
            Line(
                $"  bytes: {100 * bytes:0.00} % of sfeed_update's, goal {100 * ShareOfBytes} %: {(bytes <= ShareOfBytes ? "met" : "missed")}"
            )
        );
        return ratio >= Goal && bytes <= ShareOfBytes;
    }

    private static long Sent(FeedServer server, Action work)
    {
        var before = server.Sent;
        work();
        return server.Sent - before;
    }

    private static double Milliseconds(Func<Task> work)
    {
        var watch = Stopwatch.StartNew();
        work().GetAwaiter().GetResult();
        return watch.Elapsed.TotalMilliseconds;
    }

    private static string Line(FormattableString line) => line.ToString(CultureInfo.InvariantCulture);
}
