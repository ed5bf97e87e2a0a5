using System.Diagnostics.CodeAnalysis;
using System.Web;

namespace NewsEducator.Collector.Addresses;

/// <summary>One spelling for each page: https, lower-case host, one host for its aliases, no tracking, no fragment.</summary>
/// <remarks>
/// Pure: nothing is looked up. GitHub and Hugging Face treat owner and repository names without regard to case; the
/// spelling is kept here, and an item takes the spelling that the upstream serves, so each page has one address.
/// </remarks>
internal static class CanonicalUrl
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
        text = text.Trim();
        if (text.Length > LongestUrl || text.Any(char.IsControl) || text.Contains('\\', StringComparison.Ordinal)
            || !Uri.TryCreate(text, UriKind.Absolute, out var uri)
            || uri.Scheme is not ("https" or "http") || uri.UserInfo.Length > 0 || !uri.IsDefaultPort)
        {
            return false;
        }

        // IdnHost is what a resolver would see: a look-alike letter turns into xn--… and matches no allowed host.
        var host = uri.IdnHost.TrimEnd('.').ToLowerInvariant();
        var path = uri.AbsolutePath.Length > 1 ? uri.AbsolutePath.TrimEnd('/') : uri.AbsolutePath;
        if (host == "youtu.be")
        {
            return Uri.TryCreate($"https://www.youtube.com/watch?v={uri.AbsolutePath.Trim('/')}", UriKind.Absolute, out canonical);
        }

        return Uri.TryCreate(
            $"https://{HostAliases.GetValueOrDefault(host, host)}{path}{WithoutTracking(uri.Query)}", UriKind.Absolute, out canonical);
    }

    private static string WithoutTracking(string query)
    {
        var parameters = HttpUtility.ParseQueryString(query);
        var kept = parameters.AllKeys
            .Where(key => key is not null && !IsTracking(key))
            .Select(key => $"{Uri.EscapeDataString(key!)}={Uri.EscapeDataString(parameters[key] ?? "")}");
        var rest = string.Join('&', kept);
        return rest.Length == 0 ? "" : $"?{rest}";
    }

    private static bool IsTracking(string key) =>
        key.StartsWith("utm_", StringComparison.OrdinalIgnoreCase)
        || key is "fbclid" or "gclid" or "si" or "feature" or "ref" or "ref_src" or "source" or "mc_cid" or "mc_eid" or "spm";
}
