using Microsoft.Extensions.Options;

namespace NewsEducator.Collector.Addresses;

/// <summary>Which pages may be collected at all: exact hosts, each narrowed by a path where one is given.</summary>
internal sealed class Whitelist(IOptions<CollectorOptions> options)
{
    private static readonly string[] OfTheProduct = ["github.com", "youtube.com", "huggingface.co"];

    private readonly List<Entry> _entries =
        [.. (options.Value.Whitelist is { Count: > 0 } configured ? configured : OfTheProduct).Concat(options.Value.AlsoAllowed).Select(Entry.Parse)];

    /// <param name="canonical">A canonical URL: an alias such as youtu.be is resolved by then.</param>
    public bool Allows(Uri canonical) => _entries.Any(entry => entry.Covers(canonical));

    private sealed record Entry(string Host, string Path)
    {
        public static Entry Parse(string text)
        {
            var parts = text.Split('/', 2);
            return new Entry(parts[0].ToLowerInvariant(), parts.Length > 1 ? $"/{parts[1].Trim('/')}" : "");
        }

        public bool Covers(Uri page) =>
            (page.IdnHost == Host || page.IdnHost == $"www.{Host}")
            && (Path.Length == 0
                || page.AbsolutePath.Equals(Path, StringComparison.OrdinalIgnoreCase)
                || page.AbsolutePath.StartsWith($"{Path}/", StringComparison.OrdinalIgnoreCase));
    }
}
