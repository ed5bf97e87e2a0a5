using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace NewsEducator.Upstream.Tests;

/// <summary>An entry of samples/sources.yaml, where it is polled, and what an answer with items contains.</summary>
internal sealed record DemoSource(string Id, string Path, string Sign);

internal static class DemoSources
{
    public static IReadOnlyList<DemoSource> Read()
    {
        var yaml = new DeserializerBuilder().WithNamingConvention(CamelCaseNamingConvention.Instance).Build();
        var file = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "sources.yaml"));
        return [.. yaml.Deserialize<List<Dictionary<string, string>>>(file).Select(ToSource)];
    }

    private static DemoSource ToSource(Dictionary<string, string> entry) =>
        entry["kind"] switch
        {
            "github-issues" => new(entry["id"], $"/github/repos/{entry["repository"]}/issues", "\"html_url\""),
            "youtube-channel" => new(entry["id"], $"/youtube/feeds/videos.xml?channel_id={entry["channel"]}", "<yt:videoId>"),
            "huggingface-papers" => new(entry["id"], "/huggingface/api/daily_papers", "\"upvotes\""),
            "huggingface-discussions" => new(entry["id"], $"/huggingface/api/models/{entry["model"]}/discussions", "\"num\""),
            "feed" => new(entry["id"], $"/web/{entry["feed"]["https://".Length..]}", "<entry>"),
            var kind => throw new InvalidDataException($"{entry["id"]}: no source kind is called {kind}"),
        };
}
