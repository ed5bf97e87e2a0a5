using NewsEducator.Collector.Addresses;
using NewsEducator.Collector.Connectors;
using NewsEducator.Collector.Connectors.YouTube;
using NewsEducator.Collector.Selection;
using NewsEducator.Collector.Snapshots;
using NewsEducator.Contracts;
using NewsEducator.Fuzzing.Inputs;

namespace NewsEducator.Fuzzing.Targets;

/// <summary>What the APIs of GitHub, YouTube and Hugging Face answer: one answer is changed, the others are as they should be.</summary>
/// <remarks>The first line of an input names the file of <c>Seeds</c> in whose place the rest is served.</remarks>
internal static class UpstreamTargets
{
    private const string Issue = "https://github.com/northwind-labs/ledger/issues/1";
    private const string Discussion = "https://github.com/northwind-labs/ledger/discussions/4";
    private const string Advisory = "https://github.com/advisories/GHSA-abcd-1234-efgh";
    private const string Video = "https://www.youtube.com/watch?v=dQw4w9WgXcQ";
    private const string Paper = "https://huggingface.co/papers/2611.01234";
    private const string Thread = "https://huggingface.co/org/model/discussions/7";

    // Which answer a request gets, by the first that fits its address, and what is asked for where it is the one that is changed.
    private static readonly Route[] Routes =
    [
        new("search.json", "/search/issues", List("github-search", "is:issue outage")),
        new("issues.json", "/issues?", List("github-issues", "northwind-labs/ledger")),
        new("comments.json", "/comments?", Fetch(Issue)),
        new("events.json", "/events?", Fetch(Issue)),
        new("issue.json", "/ledger/issues/1", Fetch(Issue)),
        new("advisories.json", "/advisories", List("github-advisories", "")),
        new("discussions.json", "/GitHub/graphql", List("github-discussions", "northwind-labs/ledger")),
        new("discussion.json", "/GitHub/graphql", Fetch(Discussion)),
        new("channel.atom", "/feeds/videos.xml", List("youtube-channel", "UC1234567890123456789012")),
        new("videos.json", "/youtube/v3/videos", List("youtube-channel", "UC1234567890123456789012")),
        new("watch.html", "/watch?", Fetch(Video)),
        new("captions.json3", "/api/timedtext", Fetch(Video)),
        new("captions.vtt", "/api/timedtext", Fetch(Video)),
        new("captions.srv1", "/api/timedtext", Fetch(Video)),
        new("captions.srv3", "/api/timedtext", Fetch(Video)),
        new("papers.json", "/api/daily_papers", List("huggingface-papers", "")),
        new("paper.json", "/api/papers/", Fetch(Paper)),
        new("hub.json", "/discussions?", List("huggingface-discussions", "org/model")),
        new("hub-one.json", "/discussions/7", Fetch(Thread)),
    ];

    private static readonly Dictionary<string, string> Valid = Routes.ToDictionary(route => route.Seed, route => Seeds.Read(route.Seed));

    private static readonly string[] Words =
    [
        .. Json.Words,
        "https://github.com/a/b/issues/2",
        "https://evil.example/",
        "WEBVTT\n",
        "00:00:01.000 --> 00:00:02.000\n",
        "99:99:99.999 --> 00:00.000\n",
        "<p t=\"0\">",
        "<text>",
        "&amp;#39;",
        "&#0;",
        "P99999999Y",
        "PT1H",
        "-P1D",
    ];

    public static readonly FuzzTarget[] All =
    [
        Target("github", route => route.Path.Contains("github", StringComparison.OrdinalIgnoreCase) || IsOfGitHub(route.Seed)),
        Target("youtube", route => !IsOfGitHub(route.Seed) && !IsOfHub(route.Seed)),
        Target("huggingface", route => IsOfHub(route.Seed)),
        new(
            "captions",
            new Grammar(
                [.. Valid.Where(seed => seed.Key.StartsWith("captions", StringComparison.Ordinal)).Select(seed => seed.Value)],
                Words
            ).Texts(),
            ReadCaptions
        ),
    ];

    public static IEnumerable<string> SeedNames => Routes.Select(route => route.Seed);

    /// <summary>Asks for what the seed answers, with every answer as it should be.</summary>
    public static async Task AskUnchangedAsync(string seed)
    {
        var asked = Array.Find(Routes, route => route.Seed == seed)!;
        Upstream.Serve(path => Answer(path, asked, Valid[seed]));
        await asked.Ask();
    }

    private static string? Answer(string path, Route changed, string body) =>
        Array.Find(Routes, route => path.Contains(route.Path, StringComparison.Ordinal)) is { } route
            ? route.Path == changed.Path
                ? body
                : Valid[route.Seed]
            : path.Contains("/oembed", StringComparison.Ordinal)
                ? """{"title":"t","author_name":"a"}"""
                : null;

    private static bool IsOfGitHub(string seed) =>
        seed
            is "issues.json"
                or "comments.json"
                or "events.json"
                or "issue.json"
                or "search.json"
                or "advisories.json"
                or "discussions.json"
                or "discussion.json";

    private static bool IsOfHub(string seed) => seed is "papers.json" or "paper.json" or "hub.json" or "hub-one.json";

    private static FuzzTarget Target(string name, Predicate<Route> isOf) =>
        new(
            name,
            new Grammar([.. Routes.Where(route => isOf(route)).Select(route => $"{route.Seed}\n{Valid[route.Seed]}")], Words).Texts(),
            Ask
        )
        {
            Cost = 10,
        };

    private static Func<Task> List(string kind, string target) =>
        async () =>
            (await Upstream.Catalog.Source(kind).ListAsync(target, DateTimeOffset.UnixEpoch, CancellationToken.None))
                .ToList()
                .ForEach(Check);

    private static Func<Task> Fetch(string url) =>
        async () =>
        {
            var address = ItemAddress.Of(url)!;
            Check(
                await Upstream.Connectors.First(connector => connector.ItemKind == address.Kind).FetchAsync(address, CancellationToken.None)
            );
        };

    private static void Ask(string input)
    {
        var end = input.IndexOf('\n', StringComparison.Ordinal);
        if (end < 0 || Array.Find(Routes, route => route.Seed == input[..end]) is not { } changed)
        {
            return;
        }

        var body = input[(end + 1)..];
        Upstream.Serve(path => Answer(path, changed, body));
        try
        {
            changed.Ask().GetAwaiter().GetResult();
        }
        catch (Exception error) when (UpstreamFault.Of(error, TimeProvider.System.GetUtcNow()) is not null) { }
    }

    private static void ReadCaptions(string input)
    {
        try
        {
            _ = CaptionFile.TextOf(Bytes.AsReceived(input));
        }
        catch (UnreadableException) { }
    }

    private static void Check(FetchedItem item)
    {
        Check(item.Facts);
        var text = SnapshotText.Of(item);
        var snapshot = StoredSnapshot.Of(StoredSnapshot.Take(item, text, DateTimeOffset.UnixEpoch)).Open();
        Property.Same(text.Text, snapshot.Text, "a snapshot is kept as it is");
        Property.Holds(Stored(text.Text), "a database can hold the text");
        foreach (var section in text.Sections)
        {
            Property.Holds(
                section.Start >= 0 && section.Length > 0 && section.Start + section.Length <= text.Text.Length,
                "a section is part of the text"
            );
        }

        _ = EventKeys.Of(item);
        _ = Fingerprint.Of(text.Words);
        Property.Holds(Relevance.Of(item.Facts.Title, text.Words) is >= 0 and <= double.MaxValue, "relevance is a number");
    }

    private static void Check(ItemFacts facts)
    {
        Property.Same(facts.Title, PlainText.Line(facts.Title), "a title is one line");
        Property.Holds(facts.Labels.Prepend(facts.Author ?? "").All(Stored), "a database can hold names");
        Property.Holds(facts.PublishedAt.UtcDateTime.Year >= 1, "a time is one");
        _ = NoiseFilter.Find(facts);
        _ = Signal.Lacks(facts, new SelectionOptions());
    }

    private static bool Stored(string text) =>
        !text.Contains('\0', StringComparison.Ordinal) && !text.EnumerateRunes().Any(rune => rune.Value == 0) && IsPaired(text);

    private static bool IsPaired(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (char.IsSurrogate(text[at]) && !(char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[++at])))
            {
                return false;
            }
        }

        return true;
    }

    private sealed record Route(string Seed, string Path, Func<Task> Ask);
}
