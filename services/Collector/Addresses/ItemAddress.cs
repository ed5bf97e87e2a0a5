using System.Text.RegularExpressions;
using System.Web;
using NewsEducator.Contracts;

namespace NewsEducator.Collector.Addresses;

/// <summary>A page that a connector can fetch, taken apart into ids; only an article is fetched by the URL itself.</summary>
/// <param name="Kind">What the page is.</param>
/// <param name="Url">Its canonical URL: compared, and never fetched where it is an article's.</param>
/// <param name="Repository"><c>owner/name</c>; empty for videos, papers and articles.</param>
/// <param name="Id">Number, advisory id, video id or paper id; empty for articles.</param>
internal sealed partial record ItemAddress(SourceKind Kind, string Url, string Repository, string Id)
{
    /// <summary>Where it is fetched and readers are sent: as its source wrote it.</summary>
    public string Link { get; init; } = Url;

    public string Owner => Repository.Split('/')[0];

    public string Name => Repository.Split('/')[^1];

    private static ItemAddress? Of(Uri canonical) =>
        canonical.Host switch
        {
            "github.com" => OnGitHub(canonical),
            "www.youtube.com" => OnYouTube(canonical),
            "huggingface.co" => OnHuggingFace(canonical),
            _ => ForArticle(canonical),
        };

    /// <returns>Null where the text is no web address or no page that a connector knows.</returns>
    public static ItemAddress? Of(string url) =>
        CanonicalUrl.TryParse(url, out var canonical) && Of(canonical) is { } address
            ? address.Kind == SourceKind.Article
                ? address with
                {
                    Link = CanonicalUrl.AsWritten(url)!,
                }
                : address
            : null;

    public static ItemAddress ForVideo(string id) => new(SourceKind.YouTubeVideo, $"https://www.youtube.com/watch?v={id}", "", id);

    public static ItemAddress ForPaper(string id) => new(SourceKind.HuggingFacePaper, $"https://huggingface.co/papers/{id}", "", id);

    public static ItemAddress ForModelDiscussion(string model, string number) =>
        new(SourceKind.HuggingFaceDiscussion, $"https://huggingface.co/{model}/discussions/{number}", model, number);

    private static ItemAddress ForArticle(Uri canonical) => new(SourceKind.Article, canonical.AbsoluteUri, "", "");

    public static ItemAddress ForDatasetDiscussion(string dataset, string number) =>
        new(SourceKind.HuggingFaceDiscussion, $"https://huggingface.co/datasets/{dataset}/discussions/{number}", dataset, number);

    /// <summary>Datasets and models may have the same name.</summary>
    public bool IsOnDataset =>
        Kind == SourceKind.HuggingFaceDiscussion && Url.StartsWith("https://huggingface.co/datasets/", StringComparison.Ordinal);

    private static ItemAddress? OnGitHub(Uri page)
    {
        if (GitHubPath().Match(page.AbsolutePath) is { Success: true } match)
        {
            var (repository, part, id) = (match.Groups["repository"].Value, match.Groups["part"].Value, match.Groups["id"].Value);
            var kind = part == "discussions" ? SourceKind.GitHubDiscussion : SourceKind.GitHubIssue;
            return new ItemAddress(kind, $"https://github.com/{repository}/{part}/{id}", repository, id);
        }

        return AdvisoryPath().Match(page.AbsolutePath) is { Success: true } advisory
            ? new ItemAddress(
                SourceKind.GitHubAdvisory,
                $"https://github.com/advisories/{Ghsa(advisory)}",
                advisory.Groups["repository"].Value,
                Ghsa(advisory)
            )
            : null;
    }

    // GHSA ids are upper-case in front, lower-case behind, and found without regard to case.
    private static string Ghsa(Match match) => $"GHSA-{match.Groups["id"].Value.ToLowerInvariant()}";

    private static ItemAddress? OnYouTube(Uri page)
    {
        var id =
            page.AbsolutePath == "/watch"
                ? HttpUtility.ParseQueryString(page.Query)["v"] ?? ""
                : VideoPath().Match(page.AbsolutePath).Groups["id"].Value;
        return VideoId().IsMatch(id) ? ForVideo(id) : null;
    }

    private static ItemAddress? OnHuggingFace(Uri page)
    {
        if (PaperPath().Match(page.AbsolutePath) is { Success: true } paper)
        {
            return ForPaper(paper.Groups["id"].Value);
        }

        if (page.AbsolutePath.StartsWith("/blog/", StringComparison.OrdinalIgnoreCase))
        {
            return ForArticle(page);
        }

        if (DatasetDiscussionPath().Match(page.AbsolutePath) is { Success: true } onDataset)
        {
            return ForDatasetDiscussion(onDataset.Groups["dataset"].Value, onDataset.Groups["id"].Value);
        }

        return ModelDiscussionPath().Match(page.AbsolutePath) is { Success: true } discussion
            ? ForModelDiscussion(discussion.Groups["model"].Value, discussion.Groups["id"].Value)
            : null;
    }

    [GeneratedRegex(
        @"^/(?<repository>[\w.-]+/[\w.-]+)/(?<part>issues|pull|discussions)/(?<id>[1-9]\d{0,9})(/.*)?$",
        RegexOptions.ECMAScript
    )]
    private static partial Regex GitHubPath();

    [GeneratedRegex(
        @"^/((?<repository>[\w.-]+/[\w.-]+)/security/)?advisories/ghsa-(?<id>[0-9a-z]{4}-[0-9a-z]{4}-[0-9a-z]{4})$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex AdvisoryPath();

    [GeneratedRegex(@"^/(shorts|embed|live|v)/(?<id>[\w-]+)(/.*)?$", RegexOptions.ECMAScript)]
    private static partial Regex VideoPath();

    [GeneratedRegex(@"^[\w-]{11}$", RegexOptions.ECMAScript)]
    private static partial Regex VideoId();

    [GeneratedRegex(@"^/papers/(arxiv:)?(?<id>\d{4}\.\d{4,5})(v\d+)?(/.*)?$", RegexOptions.ECMAScript)]
    private static partial Regex PaperPath();

    [GeneratedRegex(@"^/datasets/(?<dataset>[\w.-]+/[\w.-]+)/discussions/(?<id>[1-9]\d{0,9})(/.*)?$", RegexOptions.ECMAScript)]
    private static partial Regex DatasetDiscussionPath();

    [GeneratedRegex(
        @"^/(?!(datasets|spaces|papers|docs|blog)/)(?<model>[\w.-]+/[\w.-]+)/discussions/(?<id>[1-9]\d{0,9})(/.*)?$",
        RegexOptions.ECMAScript
    )]
    private static partial Regex ModelDiscussionPath();
}
