using NewsEducator.Upstream.Day;

namespace NewsEducator.Upstream.GitHub;

/// <summary>The same advisory as the global database and as its repository tell it: the two APIs differ in shape.</summary>
internal static class AdvisoryJson
{
    public static object Global(SampleItem item, ApiBase api)
    {
        var facts = item.Head.Vulnerability!;
        return new
        {
            ghsaId = item.Head.Id,
            cveId = facts.Cve,
            url = $"{api.Url}/advisories/{item.Head.Id}",
            htmlUrl = $"https://github.com/advisories/{item.Head.Id}",
            summary = item.Title,
            description = item.Body,
            type = "reviewed",
            severity = facts.Severity,
            repositoryAdvisoryUrl = RepositoryUrl(item, api),
            sourceCodeLocation = $"https://github.com/{facts.Repository}",
            identifiers = Identifiers(item, facts),
            references = new[] { RepositoryHtmlUrl(item), $"https://nvd.nist.gov/vuln/detail/{facts.Cve}" },
            publishedAt = GitHubJson.Time(item.CreatedAt),
            updatedAt = GitHubJson.Time(item.UpdatedAt),
            githubReviewedAt = GitHubJson.Time(item.CreatedAt),
            nvdPublishedAt = (string?)null,
            withdrawnAt = (string?)null,
            vulnerabilities = new[]
            {
                new
                {
                    package = Package(facts),
                    vulnerableVersionRange = facts.Range,
                    firstPatchedVersion = facts.Patched,
                    vulnerableFunctions = Array.Empty<string>(),
                },
            },
            cvss = Cvss(facts),
            cwes = Cwes(facts),
            credits = new[] { new { user = UserJson.Of(item.Head.Author, api), type = "reporter" } },
        };
    }

    public static object OfRepository(SampleItem item, ApiBase api)
    {
        var facts = item.Head.Vulnerability!;
        return new
        {
            ghsaId = item.Head.Id,
            cveId = facts.Cve,
            url = RepositoryUrl(item, api),
            htmlUrl = RepositoryHtmlUrl(item),
            summary = item.Title,
            description = item.Body,
            severity = facts.Severity,
            author = UserJson.Of(item.Head.Author, api),
            publisher = UserJson.Of(item.Head.Author, api),
            identifiers = Identifiers(item, facts),
            state = "published",
            createdAt = GitHubJson.Time(item.CreatedAt),
            updatedAt = GitHubJson.Time(item.UpdatedAt),
            publishedAt = GitHubJson.Time(item.CreatedAt),
            closedAt = (string?)null,
            withdrawnAt = (string?)null,
            submission = (object?)null,
            vulnerabilities = new[]
            {
                new
                {
                    package = Package(facts),
                    vulnerableVersionRange = facts.Range,
                    patchedVersions = facts.Patched,
                    vulnerableFunctions = Array.Empty<string>(),
                },
            },
            cvss = Cvss(facts),
            cwes = Cwes(facts),
            cweIds = new[] { facts.Cwe },
            credits = new[] { new { login = item.Head.Author, type = "reporter" } },
        };
    }

    private static string RepositoryUrl(SampleItem item, ApiBase api) => $"{api.Repo(item.Repository)}/security-advisories/{item.Head.Id}";

    private static string RepositoryHtmlUrl(SampleItem item) => $"https://github.com/{item.Repository}/security/advisories/{item.Head.Id}";

    private static object[] Identifiers(SampleItem item, Vulnerability facts) =>
        [new { value = item.Head.Id, type = "GHSA" }, new { value = facts.Cve, type = "CVE" }];

    private static object Package(Vulnerability facts) => new { ecosystem = facts.Ecosystem, name = facts.Package };

    private static object Cvss(Vulnerability facts) => new { vectorString = facts.Vector, score = facts.Score };

    private static object[] Cwes(Vulnerability facts) => [new { cweId = facts.Cwe, name = facts.CweName }];
}
