using System.Xml;
using NewsEducator.Collector.Addresses;
using NewsEducator.Collector.Connectors;
using NewsEducator.Collector.Hooks;
using NewsEducator.Collector.Sources;
using NewsEducator.Contracts;
using NewsEducator.Fuzzing.Inputs;

namespace NewsEducator.Fuzzing.Targets;

/// <summary>What people hand the Collector: lists of sources, addresses; and what GitHub tells it.</summary>
internal static class SourceTargets
{
    private static readonly ConnectorCatalog Connectors = Upstream.Catalog;

    private static readonly string[] Kinds = [.. Connectors.Names];

    private static readonly Grammar Yaml = new(
        [Seeds.Read("sources.yaml")],
        [
            .. Kinds,
            "- id: ",
            "  kind: ",
            "  interval: ",
            "repository: a/b\n",
            "feed: https://a.example/\n",
            "enabled: true\n",
            "&a ",
            "*a",
            "<<: *a",
            "? ",
            "! ",
            "!!binary ",
            "|\n",
            ">-\n",
            "---\n",
            "...\n",
            "%YAML 1.2\n",
            "[",
            "{",
            "- ",
            "\"",
            "# ",
            "15m",
            "99999d",
            "0s",
        ]
    );

    private static readonly Grammar Opml = new(
        [Seeds.Read("sources.opml")],
        [
            .. Kinds,
            "<outline ",
            "<outline>",
            "</outline>",
            "xmlUrl=\"https://a.example/f\" ",
            "news:id=\"a\" ",
            "news:kind=\"feed\" ",
            "news:target=\"x\" ",
            "<!DOCTYPE x [<!ENTITY a \"b\">]>",
            "&a;",
            "&#0;",
            "&#xFFFF;",
            "<![CDATA[",
            "xmlns=\"y\" ",
        ]
    );

    private static readonly Grammar Addresses = new(
        [
            "https://github.com/northwind-labs/ledger/issues/12?utm_source=x#issuecomment-1",
            "https://youtu.be/dQw4w9WgXcQ?t=10&si=x",
            "https://www.youtube.com/watch?v=dQw4w9WgXcQ&list=PL1",
            "http://Blog.Example.ORG:80/a/../b/./c%2F%e4%b8%ad?a=1&&b=%20&utm_medium=rss&fbclid=1#!/route",
            "https://huggingface.co/datasets/a/b/discussions/7",
            "https://例子.测试/路径?查询=1#/x",
            "https://xn--fsqu00a.example./",
            "northwind-labs/ledger",
        ],
        [
            "https://",
            "http://",
            "//",
            "/",
            "?",
            "#",
            "#!/",
            "&",
            "=",
            "%2e",
            "%25",
            "%00",
            "@",
            "user:pass@",
            ":443",
            ":8080",
            "[::1]",
            "127.1",
            "0x7f.1",
            "..",
            "youtu.be",
            "www.github.com",
            "hf.co",
            "watch?v=",
            "utm_source=a",
            "&amp;",
            "amp;",
            "gclid=1",
            "ref=b",
            "/issues/1",
            "/discussions/2",
            "/papers/2611.01234v2",
        ]
    );

    private static readonly Grammar Hooks = new([Seeds.Read("hook-issue.json"), Seeds.Read("hook-advisory.json")], Json.Words);

    public static readonly FuzzTarget[] All =
    [
        new("sources-yaml", Yaml.Texts(), ReadYaml) { Cost = 2 },
        new("sources-opml", Opml.Texts(), ReadOpml),
        new("address", Addresses.Texts(), ReadAddress),
        new("hook", Hooks.Texts(), ReadHook),
    ];

    private static void ReadYaml(string written)
    {
        var yaml = Bytes.AsReceived(written);
        var (sources, errors) = SourcesFile.Read(yaml, Connectors);
        Property.Holds(errors.All(error => error.StartsWith("line ", StringComparison.Ordinal)), "an error names its line");
        if (errors.Count == 0)
        {
            ComesBack([.. sources.Select(entry => Source.Make(entry.Id, entry.Settings, fromFile: false))]);
        }
    }

    private static void ReadOpml(string opml)
    {
        try
        {
            var sources = SourcesOpml.Read(opml);
            Property.Holds(sources.DistinctBy(source => source.Id).Count() == sources.Count, "each id once");
            var stored = sources.Select(entry => Source.Make(entry.Id, entry.Settings, fromFile: false)).ToList();
            _ = SourcesFile.Read(SourcesYaml.Write(stored, Connectors), Connectors);
            var again = SourcesOpml.Read(SourcesOpml.Write(stored));
            Property.Same(sources.Count, again.Count, "sources in OPML");
            foreach (var (one, other) in sources.Zip(again))
            {
                Property.Same((one.Id, one.Settings), (other.Id, other.Settings), "source in OPML");
            }
        }
        catch (XmlException) { }
    }

    private static void ComesBack(List<Source> sources)
    {
        var again = SourcesFile.Read(SourcesYaml.Write(sources, Connectors), Connectors);
        Property.Holds(again.Errors.Count == 0, $"what is written can be read: {string.Join(' ', again.Errors)}");
        Property.Same(sources.Count, again.Sources.Count, "sources in YAML");
        foreach (var (one, other) in sources.Zip(again.Sources))
        {
            Property.Same(
                (one.Id, new SourceSettings(one.Kind, one.Target, one.Interval, one.Enabled)),
                (other.Id, other.Settings),
                "source in YAML"
            );
        }
    }

    private static void ReadAddress(string text)
    {
        _ = RecogniseSource.Of(text);
        if (!CanonicalUrl.TryParse(text, out var canonical))
        {
            Property.Holds(ItemAddress.Of(text) is null, "what is no address is no item's");
            return;
        }

        Property.Holds(
            canonical.Scheme == "https" && canonical.UserInfo.Length == 0 && canonical.IsDefaultPort,
            "a canonical address is plain"
        );
        Property.Holds(CanonicalUrl.TryParse(canonical.AbsoluteUri, out var again), "a canonical address is an address");
        Property.Same(canonical.AbsoluteUri, again!.AbsoluteUri, "a canonical address is its own");
        var written = CanonicalUrl.AsWritten(text)!;
        Property.Holds(CanonicalUrl.TryParse(written, out var ofWritten), "an address as written is an address");
        Property.Same(canonical.AbsoluteUri, ofWritten!.AbsoluteUri, "an address as written is the same page");
        Property.Same(written, WebLink.Of(written), "an address as written may be linked to");
        if (ItemAddress.Of(text) is { } item)
        {
            Property.Same(item.Url, ItemAddress.Of(item.Url)?.Url, "an item's address is its own");
            Property.Same(item.Kind, ItemAddress.Of(item.Url)!.Kind, "an item keeps its kind");
        }
    }

    private static void ReadHook(string payload)
    {
        try
        {
            _ = GitHubHook.Read(Bytes.AsReceived(payload));
        }
        catch (System.Text.Json.JsonException) { }
    }
}
