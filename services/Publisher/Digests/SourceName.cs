using NewsEducator.Contracts;

namespace NewsEducator.Publisher.Digests;

/// <summary>Names where an item comes from, as its page of sources is addressed: the repository on GitHub, else the host.</summary>
internal static class SourceName
{
    private const string Unknown = "unknown";

    public static string Of(ApprovedContent content)
    {
        if (!Uri.TryCreate(content.CanonicalUrl, UriKind.Absolute, out var url))
        {
            return Unknown;
        }

        var host = url.IdnHost.ToLowerInvariant();
        var folders = url.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return host == "github.com" && folders is [var owner, var repository, ..] ? $"{host}/{owner}/{repository}".ToLowerInvariant()
            : host.StartsWith("www.", StringComparison.Ordinal) ? host[4..]
            : host;
    }
}
