using Refit;

namespace NewsEducator.Collector.Connectors.GitHub;

/// <summary>The part of GitHub's REST API that is used. Lists come with their headers: Link tells whether there is more.</summary>
/// <remarks>Null stands for an answer of status 200 with nothing in it.</remarks>
[Headers("Accept: application/vnd.github+json", "X-GitHub-Api-Version: 2022-11-28")]
internal interface IGitHubApi
{
    /// <summary>Issues and pull requests, those changed last first.</summary>
    [Get("/repos/{owner}/{name}/issues?sort=updated&direction=desc&per_page=100")]
    Task<IApiResponse<IReadOnlyList<GitHubIssue>>> ListIssuesAsync(
        string owner,
        string name,
        string state,
        string? labels,
        [Query(Format = "yyyy-MM-dd'T'HH:mm:ss'Z'")] DateTimeOffset since,
        string? page,
        CancellationToken cancellationToken
    );

    [Get("/repos/{owner}/{name}/issues/{number}")]
    Task<GitHubIssue?> GetIssueAsync(string owner, string name, string number, CancellationToken cancellationToken);

    /// <summary>Oldest first.</summary>
    [Get("/repos/{owner}/{name}/issues/{number}/comments?per_page=100")]
    Task<IReadOnlyList<GitHubComment>?> ListCommentsAsync(
        string owner,
        string name,
        string number,
        int page,
        CancellationToken cancellationToken
    );

    /// <summary>Oldest first.</summary>
    [Get("/repos/{owner}/{name}/issues/{number}/events?per_page=100")]
    Task<IApiResponse<IReadOnlyList<GitHubEvent>>> ListEventsAsync(
        string owner,
        string name,
        string number,
        string? page,
        CancellationToken cancellationToken
    );

    /// <param name="q">In GitHub's search language.</param>
    /// <param name="page">From 1; null for the first.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    [Get("/search/issues?sort=updated&order=desc&per_page=100")]
    Task<IApiResponse<IssueSearch>> SearchIssuesAsync(string q, string? page, CancellationToken cancellationToken);

    /// <summary>Of GitHub's database, those changed last first.</summary>
    [Get("/advisories?type=reviewed&sort=updated&direction=desc&per_page=100")]
    Task<IApiResponse<IReadOnlyList<GitHubAdvisory>>> ListAdvisoriesAsync(
        string? ecosystem,
        string? after,
        CancellationToken cancellationToken
    );

    [Get("/advisories/{id}")]
    Task<GitHubAdvisory?> GetAdvisoryAsync(string id, CancellationToken cancellationToken);

    /// <summary>What a repository published itself, those changed last first.</summary>
    [Get("/repos/{owner}/{name}/security-advisories?state=published&sort=updated&direction=desc&per_page=100")]
    Task<IApiResponse<IReadOnlyList<GitHubAdvisory>>> ListRepositoryAdvisoriesAsync(
        string owner,
        string name,
        string? after,
        CancellationToken cancellationToken
    );

    [Get("/repos/{owner}/{name}/security-advisories/{id}")]
    Task<GitHubAdvisory?> GetRepositoryAdvisoryAsync(string owner, string name, string id, CancellationToken cancellationToken);
}
