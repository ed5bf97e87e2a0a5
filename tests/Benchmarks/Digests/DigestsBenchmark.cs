using System.Globalization;
using NewsEducator.Benchmarks.Peers;
using NewsEducator.Publisher.Digests;

namespace NewsEducator.Benchmarks.Digests;

/// <summary>A digest of a thousand items as RSS 2.0, Atom 1.0, JSON Feed and HTML page.</summary>
internal sealed class DigestsBenchmark : IBenchmark
{
    private const int Items = 1000;
    private const double Goal = 10;
    private const double MostGrowth = 2;
    private const int AtOnce = 4;

    public string Name => "digests";

    public int Run(string[] arguments, TextWriter log)
    {
        using var formats = new DigestFormats();
        var digest = InventedDigest.Of(Items);
        Say("NewsEducator", formats.Four(digest), log);
        using var folder = new ScratchFolder();
        using var peer = NodePeers.Install(log) is { } node
            ? PeerProcess.Start(
                "feed and marked",
                [folder.Write(PeersDigest.Of(digest, formats.Feed(digest)))],
                "node",
                Path.Combine(node, "digests.mjs")
            )
            : null;
        if (peer is not null)
        {
            var sizes = peer.Results[0] ?? throw new InvalidOperationException("feed and marked made nothing of the digest.");
            Say("feed and marked", sizes.Split(' ').Select(size => int.Parse(size, CultureInfo.InvariantCulture)), log);
        }

        var isStable = IsStable(formats, log);
        var isFast = Race.Run(Side.Of("NewsEducator", () => formats.Four(digest)), peer is null ? [] : [(peer.Over([0]), Goal)], log);
        foreach (var (format, render) in formats.Each)
        {
            log.WriteLine(
                Line(
                    $"  {format} by itself: {MicrosecondsAnItem(() => DigestFormats.LengthOf(bytes => render(digest, bytes)), Items):0.0} µs an item"
                )
            );
        }

        return isStable & isFast & IsLinear(formats, log) ? 0 : 1;
    }

    /// <summary>From rows in whatever order, and while others are rendered.</summary>
    private static bool IsStable(DigestFormats formats, TextWriter log)
    {
        var first = formats.Each.Select(format => Rendered(format.Render, InventedDigest.Of(Items))).ToList();
        var isStable = Enumerable
            .Range(0, AtOnce)
            .AsParallel()
            .WithDegreeOfParallelism(AtOnce)
            .All(_ =>
            {
                var again = InventedDigest.Of(Items);
                again.Items.Reverse();
                return formats.Each.Zip(first).All(pair => Rendered(pair.First.Render, again).AsSpan().SequenceEqual(pair.Second));
            });
        log.WriteLine($"  the same bytes each time, in all formats: {(isStable ? "yes" : "no")}");
        return isStable;
    }

    private static byte[] Rendered(Action<Digest, Stream> render, Digest digest)
    {
        using var bytes = new MemoryStream();
        render(digest, bytes);
        return bytes.ToArray();
    }

    private static bool IsLinear(DigestFormats formats, TextWriter log)
    {
        List<double> costs = [];
        foreach (var items in new[] { 10, 100, 1_000, 10_000 })
        {
            var digest = InventedDigest.Of(items);
            costs.Add(MicrosecondsAnItem(() => formats.Four(digest), items));
            log.WriteLine(Line($"  four formats of {items} items: {costs[^1]:0.0} µs an item"));
        }

        var growth = costs[^1] / costs[1];
        var isLinear = growth <= MostGrowth;
        log.WriteLine(
            Line($"  an item of 10000 takes {growth:0.00} times as long as one of 100, goal {MostGrowth}: {(isLinear ? "met" : "missed")}")
        );
        return isLinear;
    }

    private static double MicrosecondsAnItem(Action render, int items) => 1_000_000 / Rate.Of(render) / items;

    private static void Say(string name, IEnumerable<int> sizes, TextWriter log) =>
        log.WriteLine(Line($"  {name}: {string.Join(", ", sizes.Select(size => size / 1024))} KB as RSS, Atom, JSON Feed, page"));

    private static string Line(FormattableString line) => line.ToString(CultureInfo.InvariantCulture);
}
