using System.Collections.Frozen;
using Microsoft.Extensions.Options;

namespace NewsEducator.Collector.Addresses;

/// <summary>Which pages may be collected at all: exact hosts, each narrowed by a path where one is given.</summary>
internal sealed class Whitelist(IOptions<CollectorOptions> options)
{
    private const string Www = "www.";
    private const string Everything = "";
    private static readonly string[] OfTheProduct = ["github.com", "youtube.com", "huggingface.co"];

    private readonly FrozenDictionary<string, string[]> _paths =
        (options.Value.Whitelist is { Count: > 0 } configured ? configured : OfTheProduct).Concat(options.Value.AlsoAllowed).Select(Parse)
            .GroupBy(entry => entry.Host, entry => entry.Path).ToFrozenDictionary(host => host.Key, host => host.ToArray());

    /// <param name="canonical">A canonical URL: an alias such as youtu.be is resolved by then.</param>
    public bool Allows(Uri canonical)
    {
        var host = canonical.IdnHost;
        return Covers(host, canonical.AbsolutePath) || (host.StartsWith(Www, StringComparison.Ordinal) && Covers(host[Www.Length..], canonical.AbsolutePath));
    }

    private bool Covers(string host, string page) => _paths.TryGetValue(host, out var paths) && Array.Exists(paths, path => IsBelow(path, page));

    private static bool IsBelow(string path, string page) =>
        path == Everything || page.Equals(path, StringComparison.OrdinalIgnoreCase) || page.StartsWith($"{path}/", StringComparison.OrdinalIgnoreCase);

    private static (string Host, string Path) Parse(string text)
    {
        var parts = text.Split('/', 2);
        return (parts[0].ToLowerInvariant(), parts.Length > 1 && parts[1].Trim('/') is { Length: > 0 } path ? $"/{path}" : Everything);
    }
}
