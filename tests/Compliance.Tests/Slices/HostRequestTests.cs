using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace NewsEducator.Compliance.Tests.Slices;

/// <summary>Hosts that an editor asks for and an operator decides.</summary>
public sealed class HostRequestTests(ComplianceFixture fixture) : IClassFixture<ComplianceFixture>
{
    private readonly ComplianceApp _app = fixture.App;
    private readonly ComplianceDriver _compliance = new(fixture.App);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_granted_host_is_in_the_next_version_of_the_policy_with_who_and_why()
    {
        var (before, _) = await _compliance.PolicyAsync();
        var number = (int)(await _compliance.GetAsync("/api/policy"))["number"]!;
        var asked = await AskAsync("https://Granted.Example/feed.xml?utm_source=x", "their postmortems");
        ((string)asked["host"]!, (string)asked["state"]!, (string)asked["askedBy"]!, (string)asked["url"]!).ShouldBe(
            ("granted.example", "Open", "local", "https://granted.example/feed.xml")
        );

        var granted = await OkAsync(await PostAsync($"/{asked["id"]}/grant", new { comment = "agreed" }));

        ((string)granted["state"]!, (string)granted["decidedBy"]!, (int)granted["policyNumber"]!, (string)granted["answer"]!).ShouldBe(
            ("Granted", "local", number + 1, "agreed")
        );
        var policy = await _compliance.GetAsync("/api/policy");
        ((int)policy["number"]!, (string)policy["comment"]!).ShouldBe((number + 1, "granted.example (local): agreed"));
        ((string)policy["whitelist"]!.AsArray()[^1]!["host"]!).ShouldBe("granted.example");
        (await _compliance.PolicyAsync()).Yaml.Split('\n').Except(before.Split('\n')).ShouldBe(["  - host: granted.example"]);
        (
            await RefusedAsync(await PostAsync("", new { url = "https://granted.example/b", reason = "x" }), HttpStatusCode.Conflict)
        ).ShouldBe("host.allowed");
        (await _compliance.GetAsync($"/api/policy/hosts/{asked["id"]}"))["state"]!.GetValue<string>().ShouldBe("Granted");
    }

    [Fact]
    public async Task Whoever_grants_it_can_narrow_it_to_folders()
    {
        var asked = await AskAsync("https://narrow.example/blog/feed.xml", "their blog");

        (
            await RefusedAsync(
                await PostAsync($"/{asked["id"]}/grant", new { paths = new[] { "/news/" } }),
                HttpStatusCode.UnprocessableEntity
            )
        ).ShouldBe("host.path-misses");
        await OkAsync(await PostAsync($"/{asked["id"]}/grant", new { paths = new[] { "/blog/" } }));

        var host = (await _compliance.GetAsync("/api/policy"))["whitelist"]!.AsArray()[^1]!;
        ((string)host["host"]!, (string)host["paths"]![0]!).ShouldBe(("narrow.example", "/blog/"));
        // Another folder of the same host is another question.
        var more = await AskAsync("https://narrow.example/papers/feed.xml", "their papers");
        await OkAsync(await PostAsync($"/{more["id"]}/grant", null));
    }

    [Fact]
    public async Task A_declined_host_says_why_and_may_be_asked_for_again()
    {
        var tag = (await _compliance.PolicyAsync()).Tag;
        var asked = await AskAsync("https://declined.example/", "why not");
        (
            await RefusedAsync(await PostAsync("", new { url = "https://declined.example/b", reason = "x" }), HttpStatusCode.Conflict)
        ).ShouldBe("host.asked");
        (await RefusedAsync(await PostAsync($"/{asked["id"]}/decline", new { }), HttpStatusCode.UnprocessableEntity)).ShouldBe(
            "host.declined-why"
        );

        var declined = await OkAsync(await PostAsync($"/{asked["id"]}/decline", new { reason = "only marketing" }));

        ((string)declined["state"]!, (string)declined["answer"]!).ShouldBe(("Declined", "only marketing"));
        (await _compliance.PolicyAsync()).Tag.ShouldBe(tag);
        (await RefusedAsync(await PostAsync($"/{asked["id"]}/grant", null), HttpStatusCode.Conflict)).ShouldBe("host.declined-already");
        await AskAsync("https://declined.example/", "they changed");
        var list = (await _compliance.GetAsync("/api/policy/hosts")).AsArray();
        list.Where(each => (string)each!["host"]! == "declined.example")
            .Select(each => (string)each!["state"]!)
            .ShouldBe(["Open", "Declined"]);
        (await _compliance.GetAsync("/api/policy/hosts?state=Declined"))
            .AsArray()
            .ShouldAllBe(each => (string)each!["state"]! == "Declined");
    }

    [Theory]
    [InlineData("feed.xml", "why", "host.url")]
    [InlineData("https://192.0.2.7/", "why", "host.url")]
    [InlineData("https://user@host.example/", "why", "host.url")]
    [InlineData("https://host.example:8443/", "why", "host.url")]
    [InlineData("https://host.example/", " ", "host.reason")]
    public async Task What_nobody_could_decide_is_refused(string url, string reason, string code) =>
        (await RefusedAsync(await PostAsync("", new { url, reason }), HttpStatusCode.UnprocessableEntity)).ShouldBe(code);

    [Fact]
    public async Task A_path_is_a_folder_that_holds_the_address()
    {
        async Task<string> AskedAsync(string path) =>
            await RefusedAsync(
                await PostAsync(
                    "",
                    new
                    {
                        url = "https://path.example/a",
                        reason = "x",
                        paths = new[] { path },
                    }
                ),
                HttpStatusCode.UnprocessableEntity
            );

        (await AskedAsync("a")).ShouldBe("host.path");
        (await AskedAsync("/b")).ShouldBe("host.path-misses");
    }

    [Fact]
    public async Task Of_two_answers_at_once_one_counts()
    {
        var asked = await AskAsync("https://twice.example/", "x");
        var number = (int)(await _compliance.GetAsync("/api/policy"))["number"]!;

        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 6)
                .Select(each =>
                    each % 2 == 0 ? PostAsync($"/{asked["id"]}/grant", null) : PostAsync($"/{asked["id"]}/decline", new { reason = "no" })
                )
        );

        answers.Count(answer => answer.StatusCode == HttpStatusCode.OK).ShouldBe(1);
        answers.Count(answer => answer.StatusCode == HttpStatusCode.Conflict).ShouldBe(5);
        var granted = (string)(await _compliance.GetAsync($"/api/policy/hosts/{asked["id"]}"))["state"]! == "Granted";
        ((int)(await _compliance.GetAsync("/api/policy"))["number"]!).ShouldBe(granted ? number + 1 : number);
    }

    [Fact]
    public async Task Viewers_read_editors_ask_and_only_operators_decide()
    {
        var asked = await AskAsync("https://roles.example/", "x");

        (await PostAsync("", new { url = "https://other.example/", reason = "x" }, "viewer")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        var own = await OkAsync(
            await PostAsync("", new { url = "https://other.example/", reason = "x" }, "editor"),
            HttpStatusCode.Created
        );
        ((string)own["askedBy"]!).ShouldBe("ed");
        (await PostAsync($"/{asked["id"]}/grant", null, "editor")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await PostAsync($"/{asked["id"]}/decline", new { reason = "x" }, "editor")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await PostAsync($"/{Guid.NewGuid()}/grant", null)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using var data = await _app.ClientOf("operator").GetAsync(new Uri("/api/personal-data?name=ed", UriKind.Relative), Cancel);
        JsonNode.Parse(await data.Content.ReadAsStringAsync(Cancel))!["host_requests"]![0]!["host"]!
            .GetValue<string>()
            .ShouldBe("other.example");
    }

    private async Task<JsonNode> AskAsync(string url, string reason) =>
        await OkAsync(await PostAsync("", new { url, reason }), HttpStatusCode.Created);

    private async Task<HttpResponseMessage> PostAsync(string path, object? body, string token = "operator") =>
        await _app.ClientOf(token)
            .PostAsync(
                new Uri($"/api/policy/hosts{path}", UriKind.Relative),
                body is null ? null : JsonContent.Create(body, body.GetType()),
                Cancel
            );

    private static async Task<JsonNode> OkAsync(HttpResponseMessage answer, HttpStatusCode status = HttpStatusCode.OK)
    {
        var text = await answer.Content.ReadAsStringAsync(Cancel);
        answer.StatusCode.ShouldBe(status, text);
        return JsonNode.Parse(text)!;
    }

    /// <returns>The code of the problem.</returns>
    private static async Task<string> RefusedAsync(HttpResponseMessage answer, HttpStatusCode status) =>
        (string)(await OkAsync(answer, status))["code"]!;
}
