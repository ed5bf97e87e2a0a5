using System.Globalization;
using Microsoft.AspNetCore.Http;
using NewsEducator.Collector.Connectors;
using NewsEducator.Collector.Connectors.Http;
using NewsEducator.Contracts;
using Refit;

namespace NewsEducator.Collector.Tests.Upstreams;

public sealed class GitHubTests : IAsyncLifetime
{
    private const string Issues = "/github/repos/a/b/issues";
    private ConnectedUpstream _upstream = null!;

    public async ValueTask InitializeAsync() => _upstream = await ConnectedUpstream.StartAsync();

    public ValueTask DisposeAsync() => _upstream.DisposeAsync();

    [Fact]
    public async Task Pages_are_read_as_far_as_the_links_lead()
    {
        ServePages(last: 3);
        (await _upstream.ListAsync("github-issues", "a/b")).Select(facts => facts.Address.Id).ShouldBe(["1", "2", "3"]);
    }

    [Fact]
    public async Task Of_a_list_without_end_the_first_pages_are_read_and_the_poll_says_so()
    {
        var visit = ConditionalRequest.Begin(null);
        ServePages(last: int.MaxValue);

        (await _upstream.ListAsync("github-issues", "a/b")).Count.ShouldBe(FurtherPage.Most);
        visit.Unread.ShouldHaveSingleItem().ShouldContain("30 pages");
    }

    [Fact]
    public async Task A_link_that_leads_back_ends_the_list_and_its_address_is_not_dialled()
    {
        _upstream.Server.On(
            Issues,
            context =>
            {
                context.Response.Headers.Link = "<http://169.254.169.254/repositories/1/issues?page=2>; rel=\"next\"";
                return context.Response.WriteAsync(GitHubJson.List(GitHubJson.Issue("a/b", 1)));
            }
        );
        await _upstream.ListAsync("github-issues", "a/b");
        _upstream.Server.Requests.Count.ShouldBe(2);
        _upstream.Server.Requests.ShouldAllBe(request => request.StartsWith(Issues, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Filters_of_a_source_are_asked_for_or_applied()
    {
        _upstream.Server.Serve(Issues, GitHubJson.List(GitHubJson.Issue("a/b", 1)));
        (await _upstream.ListAsync("github-issues", "a/b?labels=bug,security&state=open&reactions=3")).ShouldHaveSingleItem();
        (await _upstream.ListAsync("github-issues", "a/b?reactions=4")).ShouldBeEmpty();
        _upstream.Server.Requests.First().ShouldContain("state=open&labels=bug%2Csecurity");
    }

    [Theory]
    [InlineData("a/b", true)]
    [InlineData("a/b.js?labels=type/bug&state=open", true)]
    [InlineData("a/b?state=open&comments=5&reactions=10", true)]
    [InlineData("a/b?state=merged", false)]
    [InlineData("a/b?page=2", false)]
    [InlineData("a/b?", false)]
    [InlineData("../b", false)]
    [InlineData("a/..?state=open", false)]
    public void A_filter_is_checked_when_the_source_is_made(string target, bool right) =>
        NewsEducator.Collector.Connectors.GitHub.IssueFilter.Target.Form.IsMatch(target).ShouldBe(right);

    [Fact]
    public async Task A_search_finds_issues_of_any_repository()
    {
        _upstream.Server.Serve(
            "/github/search/issues",
            $$"""{"total_count":2,"incomplete_results":false,"items":{{GitHubJson.List(GitHubJson.Issue("a/b", 1), GitHubJson.Issue("c/d", 2))}}}"""
        );
        var found = await _upstream.ListAsync("github-search", "is:issue label:bug", Some.Now);
        found.Select(facts => facts.Address.Repository).ShouldBe(["a/b", "c/d"]);
        _upstream.Server.Requests.Single().ShouldContain("q=is%3Aissue%20label%3Abug%20updated%3A%3E%3D2026-03-04");
    }

    [Theory]
    [InlineData(2, "true")]
    [InlineData(1001, "false")]
    public async Task A_search_that_does_not_show_all_says_so(int total, string isIncomplete)
    {
        var visit = ConditionalRequest.Begin(null);
        _upstream.Server.Serve(
            "/github/search/issues",
            $$"""{"total_count":{{total}},"incomplete_results":{{isIncomplete}},"items":{{GitHubJson.List(GitHubJson.Issue("a/b", 1))}}}"""
        );

        (await _upstream.ListAsync("github-search", "is:issue")).ShouldHaveSingleItem();
        visit.Unread.ShouldHaveSingleItem().ShouldContain("narrower");
    }

    [Fact]
    public async Task A_closed_issue_names_the_commit_that_closed_it_last()
    {
        _upstream.Server.Serve($"{Issues}/1", GitHubJson.Issue("a/b", 1).Replace("\"open\"", "\"closed\"", StringComparison.Ordinal));
        _upstream.Server.Serve(
            $"{Issues}/1/events",
            """
            [{"event":"closed","commit_id":"1a2b","created_at":"2026-03-01T00:00:00Z"},{"event":"reopened","created_at":"2026-03-02T00:00:00Z"},
             {"event":"closed","commit_id":"3c4d","created_at":"2026-03-03T00:00:00Z"},{"event":"committed","sha":"5e"}]
            """
        );
        (await _upstream.FetchAsync("https://github.com/a/b/issues/1")).State.ShouldBe("closed, commit 3c4d");
    }

    [Fact]
    public async Task The_event_that_closed_an_issue_is_found_on_the_last_page()
    {
        _upstream.Server.Serve($"{Issues}/1", GitHubJson.Issue("a/b", 1).Replace("\"open\"", "\"closed\"", StringComparison.Ordinal));
        _upstream.Server.On(
            $"{Issues}/1/events",
            context =>
            {
                var page = int.Parse(
                    context.Request.Query["page"].FirstOrDefault() ?? "1",
                    System.Globalization.CultureInfo.InvariantCulture
                );
                context.Response.Headers.Link = page < 3 ? $"<https://api.github.com/x?page={page + 1}>; rel=\"next\"" : "";
                return context.Response.WriteAsync(
                    page < 3
                        ? """[{"event":"labeled","created_at":"2026-03-01T00:00:00Z"},{"event":7}]"""
                        : """[{"event":"closed","commit_id":"3c4d","created_at":"2026-03-03T00:00:00Z"}]"""
                );
            }
        );
        (await _upstream.FetchAsync("https://github.com/a/b/issues/1")).State.ShouldBe("closed, commit 3c4d");
    }

    [Fact]
    public async Task Of_a_long_thread_the_first_three_and_the_last_two_pages_are_read()
    {
        _upstream.Server.Serve(
            $"{Issues}/1",
            GitHubJson.Issue("a/b", 1).Replace("\"comments\":0", "\"comments\":950", StringComparison.Ordinal)
        );
        _upstream.Server.Serve($"{Issues}/1/comments", "[]");
        await _upstream.FetchAsync("https://github.com/a/b/issues/1");
        _upstream
            .Server.Requests.Where(request => request.Contains("/comments", StringComparison.Ordinal))
            .Select(request => request[(request.LastIndexOf("page=", StringComparison.Ordinal) + 5)..])
            .ShouldBe(["1", "2", "3", "9", "10"]);
    }

    [Fact]
    public async Task An_accepted_answer_beyond_the_first_hundred_comments_is_read_and_so_are_further_pages()
    {
        _upstream.Server.On(
            "/github/graphql",
            async context =>
            {
                using var reader = new StreamReader(context.Request.Body);
                var second = (await reader.ReadToEndAsync()).Contains("\"after\":\"c1\"", StringComparison.Ordinal);
                await context.Response.WriteAsync(
                    $$$$$$"""
                    {"data":{"repository":{"discussion":{"url":"https://github.com/a/b/discussions/7","number":7,"title":"T","body":"B","createdAt":"2026-03-01T00:00:00Z",
                     "answer":{"body":"the answer","upvoteCount":1},
                     "comments":{"totalCount":101,"pageInfo":{"hasNextPage":{{{{{{(
                        second ? "false" : "true"
                    )}}}}}},"endCursor":"c1"},"nodes":[{"body":"{{{{{{(second ? "second page" : "first page")}}}}}}"}]}}}}}
                    """
                );
            }
        );
        var parts = (await _upstream.FetchAsync("https://github.com/a/b/discussions/7")).Parts;
        parts.Select(part => part.Text).ShouldBe(["B", "first page", "second page", "the answer"]);
        parts[^1].IsAnswer.ShouldBeTrue();
    }

    [Fact]
    public async Task Discussions_are_listed_page_by_page_until_they_are_older()
    {
        _upstream.Server.On(
            "/github/graphql",
            async context =>
            {
                using var reader = new StreamReader(context.Request.Body);
                var second = (await reader.ReadToEndAsync()).Contains("\"after\":\"c1\"", StringComparison.Ordinal);
                await context.Response.WriteAsync(
                    second
                        ? """{"data":{"repository":{"discussions":{"pageInfo":{"hasNextPage":true,"endCursor":"c2"},"nodes":[{"number":7,"title":"Old","createdAt":"2020-01-01T00:00:00Z","updatedAt":"2020-01-01T00:00:00Z"}]}}}}"""
                        : """
                        {"data":{"repository":{"discussions":{"pageInfo":{"hasNextPage":true,"endCursor":"c1"},"nodes":[null,
                          {"url":"https://github.com/a/b/discussions/9","number":9,"title":"New","upvoteCount":3,"createdAt":"2026-03-01T00:00:00Z","updatedAt":"2026-03-04T07:00:00Z","comments":{"totalCount":21}}]}}}}
                        """
                );
            }
        );
        var found = await _upstream.ListAsync("github-discussions", "a/b", Some.Now.AddDays(-1));
        found.ShouldHaveSingleItem().ShouldSatisfyAllConditions(it => it.Address.Id.ShouldBe("9"), it => it.Comments.ShouldBe(21));
        _upstream.Server.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_query_that_ran_out_of_budget_passes()
    {
        _upstream.Server.Serve(
            "/github/graphql",
            """{"data":null,"errors":[{"type":"RATE_LIMITED","message":"API rate limit exceeded"}]}"""
        );
        var error = await Should.ThrowAsync<UnreadableException>(() => _upstream.FetchAsync("https://github.com/a/b/discussions/7"));
        UpstreamFault.Of(error, Some.Now)!.Lasting.ShouldBeFalse();
    }

    [Fact]
    public async Task Advisories_are_listed_with_what_was_withdrawn_and_without_what_is_older()
    {
        _upstream.Server.Serve(
            "/github/advisories",
            $"[{Advisory("aaaa")},{Advisory("bbbb", withdrawn: true)},{Advisory("cccc", updated: "2020-01-01T00:00:00Z")}]"
        );
        var found = await _upstream.ListAsync("github-advisories", "npm", Some.Now.AddDays(-3));
        found.Select(facts => facts.Withdrawn is null).ShouldBe([true, false]);
        found[0]
            .ShouldSatisfyAllConditions(
                it => it.Address.Url.ShouldBe("https://github.com/advisories/GHSA-aaaa-2222-3333"),
                it => it.Labels.ShouldBe(["severity: high", "CWE-74"])
            );
        _upstream.Server.Requests.Single().ShouldContain("ecosystem=npm");
    }

    [Fact]
    public async Task An_advisory_s_versions_and_severity_can_be_quoted()
    {
        _upstream.Server.Serve("/github/advisories/GHSA-aaaa-2222-3333", Advisory("aaaa"));
        var item = await _upstream.FetchAsync("https://github.com/advisories/GHSA-aaaa-2222-3333");
        item.Parts.Single()
            .Text.ShouldBe(
                "Injection of headers.\n\nSeverity: high (CVSS 7.5 CVSS:3.1/AV:N)\nCVE: CVE-2026-1\nAffected: dio (pub) < 5.0.0\nPatched: 5.0.0\nWeakness: CWE-74 Injection"
            );
    }

    [Fact]
    public async Task An_advisory_that_only_its_repository_has_is_asked_for_there()
    {
        _upstream.Server.Serve("/github/repos/a/b/security-advisories/GHSA-aaaa-2222-3333", Advisory("aaaa"));
        (await _upstream.FetchAsync("https://github.com/a/b/security/advisories/GHSA-aaaa-2222-3333")).Facts.Title.ShouldBe(
            "Header injection"
        );
    }

    [Fact]
    public async Task What_was_heard_is_said_back_and_nothing_new_is_told_apart()
    {
        _upstream.Server.On(
            Issues,
            context =>
            {
                if (
                    context.Request.Headers.IfNoneMatch == "W/\"1 odd\""
                    && context.Request.Headers.IfModifiedSince == "Wed, 04 Mar 2026 08:00:00 GMT"
                )
                {
                    context.Response.StatusCode = StatusCodes.Status304NotModified;
                    return Task.CompletedTask;
                }

                context.Response.Headers.ETag = "W/\"1 odd\"";
                context.Response.Headers.LastModified = "Wed, 04 Mar 2026 08:00:00 GMT";
                context.Response.Headers.CacheControl = "private, max-age=60, s-maxage=60";
                context.Response.Headers["x-poll-interval"] = "300";
                return context.Response.WriteAsync("[]");
            }
        );
        var first = ConditionalRequest.Begin(known: null);
        await _upstream.ListAsync("github-issues", "a/b", Some.Now);
        (first.NotModified, first.Fresh).ShouldBe((false, TimeSpan.FromMinutes(5)));

        var second = ConditionalRequest.Begin(first.Validators);
        await Should.ThrowAsync<ApiException>(() => _upstream.ListAsync("github-issues", "a/b", Some.Now));
        second.NotModified.ShouldBeTrue();
        second.Validators.ShouldNotBeNull().ETag.ShouldBe("W/\"1 odd\"", "a 304 without the tag keeps it");
    }

    [Fact]
    public async Task Another_list_is_not_asked_for_with_the_tag_of_the_first()
    {
        var sent = new List<string>();
        _upstream.Server.On(
            "/github/repos/c/d/issues",
            context =>
            {
                sent.Add(context.Request.Headers.IfNoneMatch.ToString());
                return context.Response.WriteAsync("[]");
            }
        );
        ConditionalRequest.Begin(new Validators(new Uri(_upstream.Server.Address, Issues).AbsoluteUri, "\"1\"", null));
        await _upstream.ListAsync("github-issues", "c/d", Some.Now);
        sent.ShouldBe([""]);
    }

    [Fact]
    public async Task A_limit_is_not_tried_again_and_closes_the_gate_for_everybody()
    {
        _upstream.Server.On(
            Issues,
            context =>
            {
                context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
                context.Response.Headers.RetryAfter = "120";
                return Task.CompletedTask;
            }
        );
        var before = TimeProvider.System.GetUtcNow();
        await Should.ThrowAsync<ApiException>(() => _upstream.ListAsync("github-issues", "a/b", Some.Now));
        _upstream.Server.Requests.ShouldHaveSingleItem();
        var (pool, pause) = _upstream.Gate.Pauses.ShouldHaveSingleItem();
        pool.Host.ShouldBe(_upstream.Server.Address.Authority);
        pause.Until.ShouldBeInRange(before.AddSeconds(120), before.AddSeconds(150));
    }

    private static string Advisory(string id, bool withdrawn = false, string updated = "2026-03-04T00:00:00Z") =>
        $$"""
            {"ghsa_id":"GHSA-{{id}}-2222-3333","cve_id":"CVE-2026-1","html_url":"https://github.com/advisories/GHSA-{{id}}-2222-3333",
             "summary":"Header injection","description":"Injection of headers.","severity":"high","published_at":"2026-03-03T00:00:00Z",
             "updated_at":"{{updated}}","withdrawn_at":{{(withdrawn ? "\"2026-03-04T00:00:00Z\"" : "null")}},
             "vulnerabilities":[{"package":{"ecosystem":"pub","name":"dio"},"vulnerable_version_range":"< 5.0.0","first_patched_version":"5.0.0"}],
             "cvss":{"vector_string":"CVSS:3.1/AV:N","score":7.5},"cwes":[{"cwe_id":"CWE-74","name":"Injection"}]}
            """;

    private void ServePages(int last) =>
        _upstream.Server.On(
            Issues,
            context =>
            {
                var page = int.Parse(context.Request.Query["page"].FirstOrDefault() ?? "1", CultureInfo.InvariantCulture);
                context.Response.Headers.Link =
                    page < last
                        ? $"<https://api.github.com/repositories/1/issues?state=all&page={page - 1}>; rel=\"prev\", <https://api.github.com/repositories/1/issues?state=all&page={page + 1}>; rel=\"next\""
                        : $"<https://api.github.com/repositories/1/issues?page=1>; rel=\"first\"";
                return context.Response.WriteAsync(GitHubJson.List(GitHubJson.Issue("a/b", page)));
            }
        );
}
