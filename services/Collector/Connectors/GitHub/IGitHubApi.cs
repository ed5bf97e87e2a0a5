using Refit;

namespace NewsEducator.Collector.Connectors.GitHub;

/// <summary>The part of GitHub's REST API that is used.</summary>
[Headers("Accept: application/vnd.github+json", "X-GitHub-Api-Version: 2022-11-28")]
internal interface IGitHubApi
{
    /// <summary>Issues and pull requests, those changed last first.</summary>
    [Get("/repos/{owner}/{name}/issues?state=all&sort=updated&direction=desc&per_page=100")]
    Task<IReadOnlyList<GitHubIssue>> ListIssuesAsync(
        string owner, string name, [Query(Format = "yyyy-MM-dd'T'HH:mm:ss'Z'")] DateTimeOffset since, int page, CancellationToken cancellationToken);

    [Get("/repos/{owner}/{name}/issues/{number}")]
    Task<GitHubIssue> GetIssueAsync(string owner, string name, string number, CancellationToken cancellationToken);

    /// <summary>Oldest first.</summary>
    [Get("/repos/{owner}/{name}/issues/{number}/comments?per_page=100")]
    Task<IReadOnlyList<GitHubComment>> ListCommentsAsync(
        string owner, string name, string number, int page, CancellationToken cancellationToken);
}
