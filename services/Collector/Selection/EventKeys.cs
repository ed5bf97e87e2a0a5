using System.Globalization;
using System.Text.RegularExpressions;
using NewsEducator.Collector.Addresses;
using NewsEducator.Collector.Connectors;
using NewsEducator.Contracts;

namespace NewsEducator.Collector.Selection;

/// <summary>
/// What names the event that an item is about: advisory ids, and the items that its author links to in running text. Stored as text keys:
/// <c>CVE-…</c> or <c>GHSA-…</c>, the item's own address, <c>&gt; address</c> of a link, <c>~ address</c> of a short reference, and
/// <c>= hash address</c> of the line that a link is in, by which lines of templates and signatures are known: others have them too.
/// </summary>
internal sealed partial record EventKeys(IReadOnlyList<string> Ids, string Own, IReadOnlyList<AuthorLink> Links)
{
    private const int MostRead = 50_000;
    private static readonly string[] Parts = ["issues", "discussions"];

    // A text that links to more is a list of things, and not about any of them.
    private const int MostLinks = 8;
    private const int MostIds = 8;

    public string[] Stored => [.. Ids, Own, .. Links.Select(link => link.Key), .. Links.Select(link => link.Line)];

    /// <summary>Keys of items that may tell of the same event.</summary>
    public string[] Wanted =>
        [.. Ids, AuthorLink.To(Own, isShort: false), AuthorLink.To(Own, isShort: true), .. Links.Select(link => link.Address)];

    /// <summary>The same names for both ends of a link.</summary>
    public string[] Locks => [.. Ids, Own, .. Links.Select(link => link.Address)];

    public static EventKeys Of(FetchedItem item) =>
        Of(item.Facts, string.Join("\n", item.Parts.Where(part => IsByAuthor(part, item.Facts)).Select(part => part.Text)));

    /// <param name="facts">Of the item.</param>
    /// <param name="text">What its author wrote.</param>
    public static EventKeys Of(ItemFacts facts, string text)
    {
        var lines = RunningText.SentencesOf(text.Length > MostRead ? text[..MostRead] : text).ToList();
        var ids = lines
            .Prepend(facts.Title)
            .SelectMany(line => Id().Matches(line).Select(match => match.Value.ToUpperInvariant()))
            .Append(IdOf(facts.Address))
            .OfType<string>()
            .Distinct()
            .ToList();
        var links =
            facts.Address.Kind is SourceKind.YouTubeVideo
                ? []
                : lines.SelectMany(line => LinksIn(line, facts.Address)).DistinctBy(link => link.Key).ToList();
        return new EventKeys(ids.Count <= MostIds ? ids : [], AddressKey(facts.Address), links.Count <= MostLinks ? links : []);
    }

    /// <param name="keys">Of a stored item.</param>
    public static EventKeys Read(string[] keys) =>
        new(
            [.. keys.Where(key => key.StartsWith("CVE-", StringComparison.Ordinal) || key.StartsWith("GHSA-", StringComparison.Ordinal))],
            keys.FirstOrDefault(key => key.StartsWith("https:", StringComparison.Ordinal)) ?? "",
            [.. keys.Select(key => AuthorLink.Read(key, keys)).OfType<AuthorLink>()]
        );

    // Others' comments are not the author's words; a channel's description links to everything.
    private static bool IsByAuthor(TextPart part, ItemFacts facts) =>
        part.Kind is SectionKind.Body or SectionKind.Transcript
        || (part.Kind is SectionKind.Comment && part.Author is not null && part.Author == facts.Author);

    private static IEnumerable<AuthorLink> LinksIn(string line, ItemAddress own)
    {
        var hash = Hash(line);
        var links = Link()
            .Matches(line)
            .Select(match => ItemAddress.Of(match.Value.TrimEnd('.', ',', ';', ':', '!', '?')))
            .OfType<ItemAddress>()
            // An article anywhere is too soft a name: everybody links to the same handbooks.
            .Where(address => address.Kind is not SourceKind.Article)
            .Select(address => new AuthorLink(AddressKey(address), IsShort: false, hash));
        var references = Reference()
            .Matches(line)
            .SelectMany(match => Referred(match, own))
            .Select(address => new AuthorLink(address, IsShort: true, hash));
        return links.Concat(references).Where(link => link.Address != AddressKey(own));
    }

    // Whether a number is an issue, a pull request or a discussion is not to be seen in it.
    private static IEnumerable<string> Referred(Match match, ItemAddress own)
    {
        var repository = match.Groups["repository"] is { Success: true } named ? named.Value : own.Repository;
        return repository.Length == 0 || !own.Url.StartsWith("https://github.com/", StringComparison.Ordinal)
            ? []
            : Parts.Select(part => $"https://github.com/{repository}/{part}/{match.Groups["number"].Value}".ToLowerInvariant());
    }

    private static string AddressKey(ItemAddress address) =>
        address.Url.Replace("/pull/", "/issues/", StringComparison.Ordinal).ToLowerInvariant();

    private static string? IdOf(ItemAddress address) =>
        address.Id.StartsWith("GHSA-", StringComparison.Ordinal) ? address.Id.ToUpperInvariant() : null;

    private static string Hash(string line)
    {
        var hash = 2166136261;
        foreach (var letter in line.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant))
        {
            hash = (hash ^ letter) * 16777619;
        }

        return hash.ToString("x8", CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"\bcve-[0-9]{4}-[0-9]{4,7}\b|\bghsa(-[0-9a-z]{4}){3}\b", RegexOptions.IgnoreCase)]
    private static partial Regex Id();

    [GeneratedRegex(@"https?://[^\s<>()\[\]""'`]{4,300}")]
    private static partial Regex Link();

    [GeneratedRegex(@"(?<![\w/#&.-])(?<repository>[A-Za-z0-9][\w.-]{0,99}/[\w.-]{1,100})?#(?<number>[1-9]\d{0,9})\b")]
    private static partial Regex Reference();
}
