namespace NewsEducator.Upstream.Tests;

public sealed class GitHubAdvisoriesTests(UpstreamApp app) : IClassFixture<UpstreamApp>
{
    private const string Id = "GHSA-7qxm-3f9v-w2rc";

    [Fact]
    public async Task The_global_database_and_the_repository_tell_one_advisory_in_their_own_shapes()
    {
        var global = await app.JsonAsync($"/github/advisories/{Id}");
        var local = await app.JsonAsync($"/github/repos/quillmesh/gateway/security-advisories/{Id}");
        global["html_url"].Text().ShouldBe($"https://github.com/advisories/{Id}");
        local["html_url"].Text().ShouldBe($"https://github.com/quillmesh/gateway/security/advisories/{Id}");
        global["vulnerabilities"]![0]!["first_patched_version"].Text().ShouldBe("5.4.2");
        local["vulnerabilities"]![0]!["patched_versions"].Text().ShouldBe("5.4.2");
        global["description"].Text().ShouldBe(local["description"].Text());
        global["cvss"]!["score"]!.GetValue<double>().ShouldBe(8.1);
        global["cve_id"].Text().ShouldBe("CVE-2026-41877");
    }

    [Theory]
    [InlineData("/github/advisories", 1)]
    [InlineData("/github/advisories?severity=high&ecosystem=rust", 1)]
    [InlineData("/github/advisories?severity=low", 0)]
    [InlineData("/github/advisories?ghsa_id=" + Id, 1)]
    [InlineData("/github/repos/quillmesh/gateway/security-advisories", 1)]
    [InlineData("/github/repos/brightloom/frame/security-advisories", 0)]
    public async Task Lists_are_filtered(string path, int count) => (await app.JsonAsync(path)).AsArray().Count.ShouldBe(count);
}
