using System.Text;
using System.Text.Json;
using NewsEducator.Collector.Hooks;
using NewsEducator.Collector.Tests.Upstreams;

namespace NewsEducator.Collector.Tests.Hooks;

public sealed class GitHubHookTests
{
    [Theory]
    [InlineData("edited", "", false)]
    [InlineData("transferred", "", true)]
    [InlineData("deleted", "", true)]
    [InlineData("deleted", ",\"comment\":{\"body\":\"x\"}", false)]
    public void An_issue_is_gone_when_it_is_deleted_and_not_when_a_comment_is(string action, string more, bool gone)
    {
        var hook = GitHubHook.Read($$"""{"action":"{{action}}","issue":{{GitHubJson.Issue("a/b", 3)}}{{more}}}""").ShouldNotBeNull();
        (hook.Facts.Address.Url, hook.Facts.Withdrawn is not null).ShouldBe(("https://github.com/a/b/issues/3", gone));
    }

    [Fact]
    public void An_alert_is_about_the_advisory_that_it_names()
    {
        var hook = GitHubHook.Read(
            """{"action":"create","alert":{"ghsa_id":"GHSA-aaaa-2222-3333","severity":"high","created_at":"2026-03-01T00:00:00Z"}}"""
        );
        hook.ShouldNotBeNull().Facts.Address.Url.ShouldBe("https://github.com/advisories/GHSA-aaaa-2222-3333");
    }

    [Fact]
    public void A_release_is_nothing_to_collect() =>
        GitHubHook.Read("""{"action":"published","release":{"html_url":"https://github.com/a/b/releases/tag/v1"}}""").ShouldBeNull();

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{\"issue\":{}}")]
    [InlineData("{\"discussion\":{\"created_at\":\"2026-03-01T00:00:00Z\",\"updated_at\":\"2026-03-01T00:00:00Z\"}}")]
    [InlineData("{")]
    public void What_is_no_payload_is_refused(string text) => Should.Throw<JsonException>(() => GitHubHook.Read(text));

    // The example of https://docs.github.com/en/webhooks/using-webhooks/validating-webhook-deliveries
    [Theory]
    [InlineData("sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17", true)]
    [InlineData("sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e18", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void A_payload_must_be_signed_with_the_secret(string? signature, bool valid) =>
        ReceiveGitHubHook.IsSigned(Encoding.UTF8.GetBytes("Hello, World!"), signature, "It's a Secret to Everybody").ShouldBe(valid);
}
