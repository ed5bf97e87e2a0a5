using NewsEducator.Benchmarks.Peers;
using NewsEducator.Collector.Connectors;
using NewsEducator.Collector.Connectors.Feeds;
using NewsEducator.Testing;

namespace NewsEducator.Benchmarks.Feeds;

/// <summary>Feeds of a folder, parsed and normalised: texts, addresses, dates, people. Two tables: fields alone, and with all HTML in them
/// cleaned.</summary>
internal sealed class FeedsBenchmark : IBenchmark
{
    public string Name => "feeds";

    public int Run(string[] arguments, TextWriter log)
    {
        var files = Directory
            .EnumerateFiles(arguments[0], "*", SearchOption.AllDirectories)
            .Where(path => Path.GetExtension(path) is ".xml" or ".rss" or ".atom" or ".rdf")
            .Order(StringComparer.Ordinal)
            .ToList();
        var bodies = files.ConvertAll(File.ReadAllBytes);
        using var rssParser = NodePeers.Install(log) is { } node
            ? PeerProcess.Start("rss-parser", files, "node", Path.Combine(node, "feeds.mjs"))
            : null;
        using var feedparser = PythonPeers.Have("feedparser", log)
            ? PeerProcess.Start("feedparser", files, PythonPeers.Python, Repository.In("tests/Benchmarks/Peers/feeds.py"))
            : null;
        PeerProcess?[] peers = [rssParser, feedparser];
        var taken = Enumerable
            .Range(0, files.Count)
            .Where(at => CountOf(bodies[at]) > 0 && peers.All(peer => peer is null || peer.Results[at] is not (null or "0")))
            .ToList();
        log.WriteLine(
            $"{taken.Count} of {files.Count} feeds have entries for everybody, {taken.Sum(at => (long)bodies[at].Length) / 1024} KB"
        );

        var sfeed = Programs.Has("sfeed", log) ? new Sfeed([.. taken.Select(at => files[at])]) : null;
        List<(Side, double)> others =
        [
            .. sfeed is null ? [] : new[] { (sfeed.EachInItsOwn(), 1.0), (sfeed.AllInOne(), 1.0) },
            .. rssParser is null ? [] : new[] { (rssParser.Over(taken), 4.0) },
            .. feedparser is null ? [] : new[] { (feedparser.Over(taken), 25.0) },
        ];
        return Race.Run(Side.Of("NewsEducator", () => taken.ForEach(at => Normalise(bodies[at]))), others, log) ? 0 : 1;
    }

    private static int CountOf(byte[] body)
    {
        try
        {
            return Normalise(body);
        }
        catch (UnreadableException)
        {
            return 0;
        }
    }

    private static int Normalise(byte[] body) =>
        FeedReader.Read(new FeedSource(body, null)).Entries.Count(entry => entry.Title?.Text() is not null | entry.Summary is not null);
}
