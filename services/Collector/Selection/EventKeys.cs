using System.Text.RegularExpressions;
using NewsEducator.Collector.Addresses;
using NewsEducator.Collector.Connectors;
using NewsEducator.Contracts;

namespace NewsEducator.Collector.Selection;

/// <summary>What names the event that an item is about: CVE and GHSA ids, its own page and the pages that it links to.</summary>
/// <remarks>Two items that share a key tell of one event. Only hard names count: two stories with similar words may be two events.</remarks>
internal static partial class EventKeys
{
    private const int MostRead = 50_000;

    // A text that links to more is a list of things, and not about any of them.
    private const int MostLinks = 8;
    private const int MostIds = 8;

    public static string[] Of(ItemFacts facts, string text)
    {
        var read = $"{facts.Title}\n{(text.Length > MostRead ? text[..MostRead] : text)}";
        var ids = Id().Matches(read).Select(match => match.Value.ToUpperInvariant()).Append(IdOf(facts.Address)).OfType<string>().Distinct().ToList();
        var links = Link().Matches(read).Select(match => ItemAddress.Of(match.Value.TrimEnd('.', ',', ';', ':', '!', '?'))).OfType<ItemAddress>()
            // An article anywhere is too soft a name: everybody links to the same handbooks.
            .Where(address => address.Kind is not SourceKind.Article)
            .Select(address => IdOf(address) ?? address.Url).Distinct().ToList();
        return
        [
            .. (ids.Count <= MostIds ? ids : []).Concat(links.Count <= MostLinks ? links : []).Append(facts.Address.Url).Distinct(StringComparer.Ordinal),
        ];
    }

    private static string? IdOf(ItemAddress address) => address.Id.StartsWith("GHSA-", StringComparison.Ordinal) ? address.Id.ToUpperInvariant() : null;

    [GeneratedRegex(@"\bcve-[0-9]{4}-[0-9]{4,7}\b|\bghsa(-[0-9a-z]{4}){3}\b", RegexOptions.IgnoreCase)]
    private static partial Regex Id();

    [GeneratedRegex(@"https://[^\s<>()\[\]""'`]{4,300}")]
    private static partial Regex Link();
}
