using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http.HttpResults;
using NewsEducator.Collector.Connectors;
using NewsEducator.Contracts;

namespace NewsEducator.Collector.Sources;

/// <summary>Which kind of source somebody means who pastes an address.</summary>
internal static partial class RecogniseSource
{
    /// <param name="Id">A name that it could have.</param>
    /// <param name="Kind">Name of the connector.</param>
    /// <param name="Target">What the connector points at.</param>
    internal sealed record Recognised(string Id, string Kind, string Target);

    /// <param name="url">The address of a page or feed, or a repository's <c>owner/name</c>.</param>
    public static Results<Ok<Recognised>, NotFound> Handle(string url, ConnectorCatalog connectors) =>
        Of(url.Trim()) is { } found && connectors.TryFind(found.Kind, out var connector) && connector.Target.Form.IsMatch(found.Target)
            ? TypedResults.Ok(found)
            : TypedResults.NotFound();

    public static Recognised? Of(string url)
    {
        if (Repository().IsMatch(url))
        {
            return Make("github-issues", url);
        }

        if (!CanonicalUrl.TryParse(url, out var page))
        {
            return null;
        }

        string[] parts = [.. page.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries)];
        return (page.Host, parts) switch
        {
            ("github.com", ["advisories", ..]) => Make("github-advisories", "any"),
            ("github.com", [var owner, var name, "discussions", ..]) => Make("github-discussions", $"{owner}/{name}"),
            ("github.com", [var owner, var name, "security", ..]) => Make("github-repository-advisories", $"{owner}/{name}"),
            // A feed of GitHub's is a feed.
            ("github.com", [.., var last]) when last.EndsWith(".atom", StringComparison.Ordinal) => Make("feed", url),
            ("github.com", [var owner, var name, ..]) => Make("github-issues", $"{owner}/{name}"),
            ("www.youtube.com", ["channel", var id, ..]) => Make("youtube-channel", id),
            ("www.youtube.com", [['@', ..] handle, ..]) => Make("youtube-channel", handle),
            ("huggingface.co", ["papers", ..]) => Make("huggingface-papers", ""),
            ("huggingface.co", ["datasets", var owner, var name, ..]) => Make("huggingface-dataset-discussions", $"{owner}/{name}"),
            ("huggingface.co", [var owner, var name, ..]) => Make("huggingface-discussions", $"{owner}/{name}"),
            _ => Make("feed", url),
        };
    }

    /// <summary>Lower-case letters, digits and hyphens of what it points at.</summary>
    public static string IdOf(string kind, string target)
    {
        var words = kind == "feed" && Uri.TryCreate(target, UriKind.Absolute, out var feed) ? feed.Host : $"{target} {kind}";
        var id = NoLetter().Replace(words.ToLowerInvariant(), "-").Trim('-');
        return id[..Math.Min(id.Length, 64)].TrimEnd('-');
    }

    private static Recognised Make(string kind, string target) => new(IdOf(kind, target), kind, target);

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9-]{0,38}/[A-Za-z0-9._-]{1,100}\z")]
    private static partial Regex Repository();

    [GeneratedRegex("[^a-z0-9]+")]
    private static partial Regex NoLetter();
}
