using System.Net.Mime;
using System.Text.Json.Nodes;
using NewsEducator.Collector.Connectors;
using NewsEducator.Collector.Connectors.Feeds;

namespace NewsEducator.Conformance.Feeds;

/// <summary>Feeds as they are served, read by the connector's reader and cleaned by the Collector's cleaner.</summary>
internal sealed class FeedsSuite : ISuite
{
    public string Name => "feeds";

    public JsonObject Run(DirectoryInfo folder, TextWriter log)
    {
        var made = new DirectoryInfo(Path.Combine(folder.FullName, "feedparser"));
        var real = new DirectoryInfo(Path.Combine(folder.FullName, "realworld"));
        var core = JsonLines.Read<FeedExpectation>(made, "expectations.jsonl").ToList();
        var world = JsonLines.Read<FeedExpectation>(real, "expectations.jsonl").ToList();
        var sanitize = JsonLines.Read<SanitizeExpectation>(made, "sanitize.jsonl").ToList();
        return new JsonObject
        {
            ["core"] = Share(core, new FeedFolder(made), log),
            ["realworld"] = Share(world, new FeedFolder(real), log),
            ["sanitize"] = Share(sanitize, new FeedFolder(made), log),
            ["n"] = core.Count + world.Count + sanitize.Count,
        };
    }

    private static double Share(List<FeedExpectation> rows, FeedFolder feeds, TextWriter log) =>
        (double)
            rows.Count(row =>
            {
                var found = FeedField.Of(feeds.Read(row.File), row.Path);
                var holds = FeedComparison.Holds(found, row);
                log.WriteIf(!holds, $"{row.File} {row.Path} {row.Compare}: {row.Expected} <> {found}");
                return holds;
            }) / rows.Count;

    private static double Share(List<SanitizeExpectation> rows, FeedFolder feeds, TextWriter log) =>
        (double)
            rows.Count(row =>
            {
                var found = FeedField.Of(feeds.Read(row.File), row.Path) as FeedText;
                var holds = SanitizeComparison.Holds(found, row);
                log.WriteIf(!holds, $"{row.Kind} {row.File} {row.Path}: {row.Expected} <> {found}");
                return holds;
            }) / rows.Count;
}

/// <summary>Reads each file of a folder once, with the headers that it is served with.</summary>
internal sealed class FeedFolder(DirectoryInfo folder)
{
    private readonly Dictionary<string, FeedFile> _served = JsonLines.Read<FeedFile>(folder, "files.jsonl").ToDictionary(file => file.File);
    private readonly Dictionary<string, Feed> _read = [];

    public Feed Read(string file)
    {
        if (!_read.TryGetValue(file, out var feed))
        {
            _read[file] = feed = Parse(file);
        }

        return feed;
    }

    private Feed Parse(string file)
    {
        var served = _served[file];
        var type = Header(served, "Content-Type");
        var source = new FeedSource(File.ReadAllBytes(Path.Combine(folder.FullName, "files", file)), served.DocumentUrl)
        {
            Charset = type is null ? null : CharsetOf(type),
            Location = Header(served, "Content-Location"),
            Language = Header(served, "Content-Language"),
        };
        try
        {
            return FeedReader.Read(source);
        }
        catch (UnreadableException)
        {
            return new Feed();
        }
    }

    private static string? Header(FeedFile served, string name) =>
        served.Headers?.FirstOrDefault(header => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;

    private static string? CharsetOf(string type)
    {
        try
        {
            return new ContentType(type).CharSet;
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
