using System.Text.RegularExpressions;
using NewsEducator.Contracts;

namespace NewsEducator.Compliance.Rules;

/// <summary>Which item an address names, whatever its spelling; a renamed repository keeps its items' numbers.</summary>
internal static partial class ItemKey
{
    /// <returns>Null where the address names no single item.</returns>
    public static string? Of(string address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var url))
        {
            return null;
        }

        var path = url.AbsolutePath.TrimEnd('/');
        return url.Host.ToLowerInvariant() switch
        {
            "github.com" or "www.github.com" => Key("github", GitHub().Match(path)),
            "youtube.com" or "www.youtube.com" or "m.youtube.com" => Key("youtube", Watch().Match(url.Query)) ?? Key("youtube", Embedded().Match(path)),
            "youtu.be" => Key("youtube", Short().Match(path)),
            "huggingface.co" or "hf.co" => Key("huggingface", HuggingFace().Match(path)),
            _ when CanonicalUrl.TryParse(address, out var canonical) && canonical.PathAndQuery + canonical.Fragment is not "/" => canonical.AbsoluteUri,
            _ => null,
        };
    }

    private static string? Key(string site, Match match) => match.Success ? $"{site}:{match.Groups["item"].Value}" : null;

    [GeneratedRegex("^/(?:[^/]+/[^/]+/(?:security/)?|)(?<item>(?:issues|discussions|pull|advisories)/[0-9A-Za-z-]+)$")]
    private static partial Regex GitHub();

    [GeneratedRegex("[?&]v=(?<item>[0-9A-Za-z_-]{11})(?:&|$)")]
    private static partial Regex Watch();

    [GeneratedRegex("^/(?:embed|shorts|live)/(?<item>[0-9A-Za-z_-]{11})$")]
    private static partial Regex Embedded();

    [GeneratedRegex("^/(?<item>[0-9A-Za-z_-]{11})$")]
    private static partial Regex Short();

    [GeneratedRegex("^/(?<item>papers/[^/]+|(?:(?:datasets|spaces)/)?[^/]+/[^/]+/discussions/[0-9]+|(?:blog|posts)/.+)$")]
    private static partial Regex HuggingFace();
}
