using System.Text.RegularExpressions;
using NewsEducator.Contracts;

namespace NewsEducator.Compliance.Rules.Sources;

/// <summary>Which item an address names, whatever its spelling; a renamed repository keeps its items' numbers.</summary>
internal static partial class ItemKey
{
    /// <returns>Null where the address names no single item.</returns>
    public static string? Of(string address)
    {
        if (!CanonicalUrl.TryParse(address, out var page))
        {
            return null;
        }

        return page.Host switch
        {
            "github.com" => Key("github", GitHub().Match(page.AbsolutePath)),
            "www.youtube.com" => Key("youtube", Watch().Match(page.Query)) ?? Key("youtube", Embedded().Match(page.AbsolutePath)),
            "huggingface.co" => Key("huggingface", HuggingFace().Match(page.AbsolutePath)),
            _ => page.PathAndQuery + page.Fragment is "/" ? null : page.AbsoluteUri,
        };
    }

    private static string? Key(string site, Match match) => match.Success ? $"{site}:{match.Groups["item"].Value}" : null;

    [GeneratedRegex("^/(?:[^/]+/[^/]+/(?:security/)?|)(?<item>(?:issues|discussions|pull|advisories)/[0-9A-Za-z-]+)$")]
    private static partial Regex GitHub();

    [GeneratedRegex("[?&]v=(?<item>[0-9A-Za-z_-]{11})(?:&|$)")]
    private static partial Regex Watch();

    [GeneratedRegex("^/(?:embed|shorts|live)/(?<item>[0-9A-Za-z_-]{11})$")]
    private static partial Regex Embedded();

    [GeneratedRegex("^/(?<item>papers/[^/]+|(?:(?:datasets|spaces)/)?[^/]+/[^/]+/discussions/[0-9]+|(?:blog|posts)/.+)$")]
    private static partial Regex HuggingFace();
}
