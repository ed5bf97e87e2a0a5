using System.Diagnostics.CodeAnalysis;

namespace NewsEducator.Contracts;

/// <summary>Compares addresses: https, lower-case host, one host for its aliases, no trailing slash, no tracking, no fragment but a route.</summary>
/// <remarks>
/// Pure: nothing is looked up. It is the identity of a page and never its address: what a source wrote is fetched and linked. GitHub and
/// Hugging Face treat owner and repository names without regard to case; the spelling is kept here, and an item takes the spelling that the
/// upstream serves, so each page has one identity.
/// </remarks>
public static class CanonicalUrl
{
    public const int LongestUrl = 2048;

    private static readonly Dictionary<string, string> HostAliases = new(StringComparer.Ordinal)
    {
        ["www.github.com"] = "github.com",
        ["youtube.com"] = "www.youtube.com",
        ["m.youtube.com"] = "www.youtube.com",
        ["music.youtube.com"] = "www.youtube.com",
        ["youtu.be"] = "www.youtube.com",
        ["www.huggingface.co"] = "huggingface.co",
        ["hf.co"] = "huggingface.co",
    };

    /// <returns>False where the text is no plain web address: another scheme, user info, a port or control characters.</returns>
    public static bool TryParse(string text, [NotNullWhen(true)] out Uri? canonical)
    {
        canonical = null;
        if (Parse(text) is not { } uri || HostOf(uri) is not { } host)
        {
            return false;
        }

        if (host == "youtu.be")
        {
            return TryParse($"https://www.youtube.com/watch?v={uri.AbsolutePath.Trim('/')}", out canonical);
        }

        var isAddress =
            Uri.TryCreate(
                $"https://{HostAliases.GetValueOrDefault(host, host)}{PathOf(uri)}{Tracking.Without(uri.Query, host)}{RouteOf(uri)}",
                UriKind.Absolute,
                out canonical
            )
            && canonical.AbsoluteUri.Length <= LongestUrl;
        canonical = isAddress ? canonical : null;
        return isAddress;
    }

    /// <returns>The address as written, escaped where it must be; null where the text is no plain web address.</returns>
    public static string? AsWritten(string text) => Parse(text) is { } uri && HostOf(uri) is not null ? uri.AbsoluteUri : null;

    private static Uri? Parse(string text)
    {
        text = text.Trim();
        var isPlain = text.Length <= LongestUrl && !text.Any(char.IsControl) && !text.Contains('\\', StringComparison.Ordinal);
        return
            isPlain
            && Uri.TryCreate(text, UriKind.Absolute, out var uri)
            && uri.Scheme is "https" or "http"
            && uri.UserInfo.Length == 0
            && uri.IsDefaultPort
            // Letters beyond ASCII are escaped, each as up to nine.
            && uri.AbsoluteUri.Length <= LongestUrl
            ? uri
            : null;
    }

    /// <returns>What a resolver would see: a look-alike letter turns into xn--… and matches no allowed host. Null where no name is like
    /// that.</returns>
    private static string? HostOf(Uri uri)
    {
        try
        {
            return uri.IdnHost.TrimEnd('.').ToLowerInvariant();
        }
        catch (UriFormatException)
        {
            return null;
        }
    }

    private static string PathOf(Uri uri) => uri.AbsolutePath.Length > 1 ? uri.AbsolutePath.TrimEnd('/') : uri.AbsolutePath;

    // "#!/post/5" and "#/post/5" are pages of an application; "#top" is a place on a page.
    private static string RouteOf(Uri uri) => uri.Fragment is ['#', '!', ..] or ['#', '/', ..] ? uri.Fragment : "";
}
