namespace NewsEducator.Upstream.GitHub;

/// <summary>The address that the client knows the API by; what api.github.com writes into its own links.</summary>
internal sealed record ApiBase(string Url)
{
    public static ApiBase Of(HttpRequest request) => new($"{request.Scheme}://{request.Host}/github");

    public string Repo(string repository) => $"{Url}/repos/{repository}";

    public string RepoById(string repository) => $"{Url}/repositories/{Repositories.IdOf(repository)}";
}
