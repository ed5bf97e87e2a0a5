using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace NewsEducator.Upstream.Tests;

public sealed class GitHubIssuesTests(UpstreamApp app) : IClassFixture<UpstreamApp>
{
    private const string Ledger = "/github/repos/northwind-labs/ledger";

    [Fact]
    public async Task An_issue_has_the_members_of_the_real_api()
    {
        var issue = await app.JsonAsync($"{Ledger}/issues/412");
        issue.ShouldHaveMembers(
            "url",
            "repository_url",
            "labels_url",
            "comments_url",
            "events_url",
            "html_url",
            "id",
            "node_id",
            "number",
            "title",
            "user",
            "labels",
            "state",
            "locked",
            "assignee",
            "assignees",
            "milestone",
            "comments",
            "created_at",
            "updated_at",
            "closed_at",
            "author_association",
            "active_lock_reason",
            "draft",
            "body",
            "closed_by",
            "reactions",
            "timeline_url",
            "performed_via_github_app",
            "state_reason"
        );
        issue["html_url"].Text().ShouldBe("https://github.com/northwind-labs/ledger/issues/412");
        issue["user"]!["login"].Text().ShouldBe("mira-kask");
        issue["user"]!["type"].Text().ShouldBe("User");
        issue["labels"]!.AsArray().Select(label => label!["name"].Text()).ShouldBe(["bug", "critical"]);
        issue["reactions"]!["total_count"].Number().ShouldBe(38);
        issue["reactions"]!["+1"].Number().ShouldBeGreaterThan(0);
        issue["comments"].Number().ShouldBe(6);
        issue["state"].Text().ShouldBe("closed");
        issue["state_reason"].Text().ShouldBe("completed");
    }

    [Fact]
    public async Task A_pull_request_in_the_list_is_marked_as_one_and_its_author_as_a_bot()
    {
        var issues = (await app.JsonAsync($"{Ledger}/issues?state=all&per_page=100")).AsArray();
        var pull = issues.Single(issue => issue!["number"].Number() == 414);
        pull!["pull_request"].ShouldHaveMembers("url", "html_url", "diff_url", "patch_url", "merged_at");
        pull["html_url"].Text().ShouldBe("https://github.com/northwind-labs/ledger/pull/414");
        pull["user"]!["type"].Text().ShouldBe("Bot");
        issues.Single(issue => issue!["number"].Number() == 412)!["pull_request"].ShouldBeNull();
    }

    [Fact]
    public async Task Following_the_link_header_reads_every_issue_once()
    {
        var whole = (await app.JsonAsync($"{Ledger}/issues?state=all&per_page=100")).AsArray();
        var numbers = new List<int>();
        var next = $"{Ledger}/issues?state=all&per_page=3";
        while (next is not null && numbers.Count <= whole.Count)
        {
            using var response = await app.GetAsync(next);
            var page = JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!.AsArray();
            page.Count.ShouldBeInRange(1, 3);
            numbers.AddRange(page.Select(issue => issue!["number"].Number()));
            next = Next(response);
        }

        numbers.ShouldBe(whole.Select(issue => issue!["number"].Number()));
        numbers.ShouldBeUnique();
    }

    [Fact]
    public async Task A_list_without_parameters_holds_open_issues_and_the_newest_first()
    {
        var issues = (await app.JsonAsync($"{Ledger}/issues")).AsArray();
        issues.ShouldAllBe(issue => issue!["state"]!.GetValue<string>() == "open");
        issues.Select(issue => issue!["created_at"].Text()).ShouldBeInOrder(SortDirection.Descending);
    }

    [Fact]
    public async Task Labels_and_since_narrow_a_list()
    {
        var critical = (await app.JsonAsync("/github/repos/saltmarsh-io/tidequeue/issues?state=all&labels=bug,critical")).AsArray();
        critical.Select(issue => issue!["number"].Number()).ShouldBe([236, 241, 243], ignoreOrder: true);
        var since = (await app.JsonAsync("/github/repos/saltmarsh-io/tidequeue/issues?state=all&sort=updated")).AsArray()[1]!
            ["updated_at"]
            .Text();
        var recent = (await app.JsonAsync($"/github/repos/saltmarsh-io/tidequeue/issues?state=all&since={since}")).AsArray();
        recent.ShouldAllBe(issue => string.CompareOrdinal(issue!["updated_at"]!.GetValue<string>(), since) >= 0);
        recent.Count.ShouldBeInRange(2, 5);
    }

    [Fact]
    public async Task Comments_are_paged_and_in_order()
    {
        using var response = await app.GetAsync($"{Ledger}/issues/412/comments?per_page=4&page=2");
        var page = JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!.AsArray();
        page.Count.ShouldBe(2);
        page[0]
            .ShouldHaveMembers(
                "url",
                "html_url",
                "issue_url",
                "id",
                "node_id",
                "user",
                "created_at",
                "updated_at",
                "author_association",
                "body",
                "reactions",
                "performed_via_github_app"
            );
        page[0]!["body"].Text().ShouldStartWith("Fixed in #413");
        Next(response).ShouldBeNull();
        response.Headers.GetValues("Link").Single().ShouldContain("rel=\"prev\"");
    }

    [Fact]
    public async Task A_matching_etag_is_answered_with_304_and_no_body()
    {
        using var first = await app.GetAsync($"{Ledger}/issues");
        using var response = await GetIfNoneMatch($"{Ledger}/issues", first.Headers.ETag!);
        response.StatusCode.ShouldBe(HttpStatusCode.NotModified);
        response.Headers.ETag.ShouldBe(first.Headers.ETag);
        (await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).ShouldBeEmpty();
        using var other = await GetIfNoneMatch($"{Ledger}/issues/405", first.Headers.ETag!);
        other.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Each_answer_says_how_much_of_the_rate_limit_is_left()
    {
        using var first = await app.GetAsync($"{Ledger}/issues/405");
        using var second = await app.GetAsync($"{Ledger}/issues/99999");
        second.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        Header(second, "X-RateLimit-Remaining").ShouldBeLessThan(Header(first, "X-RateLimit-Remaining"));
        Header(second, "X-RateLimit-Reset").ShouldBeGreaterThan(app.Time.GetUtcNow().ToUnixTimeSeconds());
    }

    [Fact]
    public async Task A_renamed_repository_answers_301_to_its_number_and_that_address_works()
    {
        using var moved = await app.GetAsync("/github/repos/northwind-labs/ledger-classic/issues/412");
        moved.StatusCode.ShouldBe(HttpStatusCode.MovedPermanently);
        moved.Headers.Location!.AbsolutePath.ShouldStartWith("/github/repositories/");
        (await app.JsonAsync(moved.Headers.Location.AbsolutePath))["number"].Number().ShouldBe(412);
    }

    [Fact]
    public async Task One_listed_issue_redirects_off_the_whitelist()
    {
        var issues = (await app.JsonAsync("/github/repos/quillmesh/gateway/issues")).AsArray();
        issues.Select(issue => issue!["html_url"].Text()).ShouldContain("https://github.com/quillmesh/gateway/issues/891");
        using var response = await app.GetAsync("/github/repos/quillmesh/gateway/issues/891");
        response.StatusCode.ShouldBe(HttpStatusCode.MovedPermanently);
        response.Headers.Location.ShouldBe(new Uri("https://evil-mirror.example/issues/1"));
    }

    [Theory]
    [InlineData($"{Ledger}/issues/424", HttpStatusCode.Gone)]
    [InlineData($"{Ledger}/issues/99999", HttpStatusCode.NotFound)]
    [InlineData("/github/repos/nobody/nothing/issues", HttpStatusCode.NotFound)]
    [InlineData("/github/no/such/route", HttpStatusCode.NotFound)]
    public async Task What_is_not_there_is_told_in_the_form_of_a_github_error(string path, HttpStatusCode status)
    {
        using var response = await app.GetAsync(path);
        response.StatusCode.ShouldBe(status);
        var error = JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        error.ShouldHaveMembers("message", "documentation_url", "status");
        error!["status"].Text().ShouldBe($"{(int)status}");
    }

    [Fact]
    public async Task A_deleted_issue_is_in_no_list()
    {
        var issues = (await app.JsonAsync($"{Ledger}/issues?state=all&per_page=100")).AsArray();
        issues.Select(issue => issue!["number"].Number()).ShouldNotContain(424);
    }

    [Fact]
    public async Task Search_reads_qualifiers_and_words()
    {
        var found = await app.JsonAsync("/github/search/issues?q=repo:quillmesh/gateway+is:issue+label:regression+descriptors");
        found.ShouldHaveMembers("total_count", "incomplete_results", "items");
        found["items"]!.AsArray().Select(issue => issue!["number"].Number()).ShouldBe([878, 877]);
    }

    [Fact]
    public async Task Releases_are_listed()
    {
        var release = (await app.JsonAsync($"{Ledger}/releases")).AsArray().ShouldHaveSingleItem();
        release!["tag_name"].Text().ShouldBe("v2.9.1");
        release["html_url"].Text().ShouldBe("https://github.com/northwind-labs/ledger/releases/tag/v2.9.1");
    }

    private async Task<HttpResponseMessage> GetIfNoneMatch(string path, EntityTagHeaderValue tag)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.IfNoneMatch.Add(tag);
        return await app.Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private static string? Next(HttpResponseMessage response) =>
        response.Headers.TryGetValues("Link", out var links)
            ? links.Single().Split(", ").FirstOrDefault(link => link.EndsWith("rel=\"next\"", StringComparison.Ordinal))?.Split('<', '>')[1]
            : null;

    private static long Header(HttpResponseMessage response, string name) => long.Parse(response.Headers.GetValues(name).Single(), null);
}
