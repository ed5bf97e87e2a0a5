using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using NewsEducator.Contracts;

namespace NewsEducator.Review.Tests.Slices.Operations;

/// <summary>The page of the policy, with a Compliance that answers over HTTP and keeps what it was asked. That the real one understands
/// these calls is seen in <c>EndToEnd.Tests</c>.</summary>
public sealed class PolicyPageTests : IAsyncLifetime
{
    private const string Yaml = "whitelist:\n  - host: github.com\nrules:\n  grounding.number: shadow block\n  noise.release: off\n";
    private readonly StubService _compliance = new();
    private ReviewApp _app = null!;

    private List<string> Asked => [.. _compliance.Calls.Select(call => $"{call.By} {call.Method} {call.Path}{call.Query} {call.Body}")];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var http = _compliance.Http;
        http.MapGet("/api/policy", () => Results.Ok(Status));
        http.MapGet(
            "/api/policy.yaml",
            (HttpResponse response) =>
            {
                response.Headers.ETag = "\"3\"";
                return Results.Text(Yaml, "application/yaml");
            }
        );
        http.MapGet(
            "/api/policy/versions",
            () =>
                new[]
                {
                    new
                    {
                        Number = 2,
                        Version = "o",
                        By = "bob",
                        At = Status.At,
                        Comment = "<b>before</b>",
                    },
                }
        );
        http.MapGet("/api/policy/versions/2", () => Results.Text("rules:\n  noise.release: note\n", "application/yaml"));
        http.MapPost("/api/policy/preview", _compliance.Keep(PreviewOf));
        http.MapPut("/api/policy", _compliance.Keep(StoredOf));
        await http.StartAsync(Cancel);
        _app = await ReviewApp.StartAsync(("services:compliance:http:0", _compliance.Address));
        _compliance.Review = _app;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await _compliance.DisposeAsync();
    }

    private static PolicyStatus Status =>
        new()
        {
            Number = 3,
            Version = "p",
            By = "ann",
            At = new DateTimeOffset(2026, 5, 4, 12, 0, 0, TimeSpan.Zero),
            Whitelist = [new WhitelistedHost { Host = "github.com", Paths = ["/northwind-labs/"] }],
            Rules =
            [
                Rule("grounding.number", Severity.Block, shadow: true, "来源里没有这个数字：…"),
                Rule("noise.release", null, shadow: false, "来源是发布说明"),
            ],
        };

    [Fact]
    public async Task A_viewer_reads_how_the_rules_weigh_and_changes_nothing()
    {
        using var page = await PageSession.SignInAsync(_app, "viewer");

        var shown = await ShownAsync(await page.GetAsync("/settings/policy"));

        shown.ShouldContain("第 3 版，ann 设定于");
        shown.ShouldContain("github.com /northwind-labs/");
        Between(shown, "<code>noise.release</code>", "</tr>")
            .ShouldSatisfyAllConditions(row => row.ShouldContain("关闭"), row => row.ShouldContain("来源是发布说明"));
        Between(shown, "<code>grounding.number</code>", "</tr>")
            .ShouldSatisfyAllConditions(row => row.ShouldContain("拦截"), row => row.ShouldContain("试运行"));
        shown.ShouldNotContain("<textarea");
        (await page.PostAsync("/settings/policy", ("yaml", Yaml), ("act", "preview")))
            .Headers.Location!.ToString()
            .ShouldContain("/signin");
        Asked.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("\"2\"", true)]
    [InlineData("\"3\"", false)]
    public async Task Who_edits_what_somebody_replaced_meanwhile_is_told(string edited, bool isTold)
    {
        using var page = await PageSession.SignInAsync(_app, "editor");

        var shown = await ShownAsync(
            await page.PostAsync("/settings/policy", ("yaml", Yaml), ("tag", edited), ("most", "40"), ("act", "preview"))
        );

        shown.Contains("您修改期间有人存入了第 3 版", StringComparison.Ordinal).ShouldBe(isTold);
    }

    [Fact]
    public async Task An_editor_tries_a_weight_and_sees_which_verdicts_would_change()
    {
        using var page = await PageSession.SignInAsync(_app, "editor");

        var tried = await ShownAsync(await page.GetAsync("/settings/policy?rule=noise.release&weight=verify"));
        tried.ShouldContain("+   noise.release: verify");
        var shown = await ShownAsync(
            await page.PostAsync(
                "/settings/policy",
                ("yaml", Yaml.Replace("\n", "\r\n", StringComparison.Ordinal)),
                ("most", "40"),
                ("act", "preview")
            )
        );

        Asked.ShouldHaveSingleItem().ShouldBe($"the editor POST /api/policy/preview?most=40 {Yaml}");
        shown.ShouldContain("重查 12 条，2 条的结论会变");
        shown.ShouldContain("其中 1 条已经发布");
        Between(shown, "来源是发布说明，本轮", "</li>").ShouldNotBeNull();
        shown.ShouldContain("请运维人员保存");
    }

    [Fact]
    public async Task What_is_wrong_with_a_policy_is_said_by_line_and_the_text_stays()
    {
        using var page = await PageSession.SignInAsync(_app, "editor");

        var refused = await page.PostAsync("/settings/policy", ("yaml", "rules:\n  wrong: <i>x</i>\n"), ("act", "preview"));

        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var html = await refused.Content.ReadAsStringAsync(Cancel);
        html.ShouldNotContain("<i>x</i>");
        WebUtility
            .HtmlDecode(html)
            .ShouldSatisfyAllConditions(
                shown => shown.ShouldContain("第 2 行：没有这条规则：wrong"),
                shown => shown.ShouldContain("wrong: <i>x</i>")
            );
    }

    [Fact]
    public async Task An_operator_stores_it_with_a_reason_and_goes_back_to_an_earlier_version()
    {
        using var page = await PageSession.SignInAsync(_app, "operator");

        var earlier = await page.GetAsync("/settings/policy?version=2");
        var html = await earlier.Content.ReadAsStringAsync(Cancel);
        html.ShouldContain("&lt;b&gt;before");
        WebUtility.HtmlDecode(html).ShouldContain("回到第 2 版");
        var without = await page.PostAsync("/settings/policy", ("yaml", Yaml), ("tag", "\"3\""), ("act", "store"));
        without.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        Asked.ShouldBeEmpty();

        var stored = await page.PostAsync("/settings/policy", ("yaml", Yaml), ("tag", "\"3\""), ("comment", "问题 7"), ("act", "store"));

        stored.Headers.Location!.ToString().ShouldBe("/settings/policy?said=stored");
        Asked.ShouldHaveSingleItem().ShouldBe($"the operator PUT /api/policy?comment={Uri.EscapeDataString("问题 7")} {Yaml}");
    }

    [Fact]
    public async Task A_policy_that_somebody_changed_meanwhile_is_not_overwritten()
    {
        using var page = await PageSession.SignInAsync(_app, "operator");

        var refused = await page.PostAsync("/settings/policy", ("yaml", Yaml), ("tag", "\"2\""), ("comment", "late"), ("act", "store"));

        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await ShownAsync(refused)).ShouldContain("另有人改过");
    }

    [Fact]
    public async Task Without_Compliance_the_page_says_so()
    {
        await using var app = await ReviewApp.StartAsync(("services:compliance:http:0", "http://127.0.0.1:9"));
        using var page = await PageSession.SignInAsync(app, "viewer");

        (await ShownAsync(await page.GetAsync("/settings/policy"))).ShouldContain("现在读不到核查规则");
    }

    private static IResult PreviewOf(HttpRequest request, string body) =>
        body.Contains("wrong", StringComparison.Ordinal)
            ? Results.Json(
                new
                {
                    title = "policy.invalid",
                    detail = "规则有 1 处错误",
                    errors = new[]
                    {
                        new
                        {
                            line = 2,
                            code = "policy.unknown-rule",
                            message = "没有这条规则：wrong",
                            messageEn = "no such rule: wrong",
                        },
                    },
                },
                statusCode: StatusCodes.Status422UnprocessableEntity
            )
            : Results.Text(
                """
                event: progress
                data: {"done":1,"total":12,"flips":0,"publishedFlips":0,"unread":0,"isCapped":false}

                event: flip
                data: {"done":2,"total":12,"flips":1,"publishedFlips":1,"unread":0,"isCapped":false,"flip":{"candidateId":"0196f1a0-0000-7000-8000-000000000001","itemId":"0196f1a0-0000-7000-8000-000000000002","title":"v2 发布","url":"https://github.com/a/b","standing":"Published","from":"Pass","to":"NeedsVerify","appeared":[{"rule":"noise.release","severity":"Verify","message":"来源是发布说明，本轮","messageEn":"release notes","spans":[]}],"gone":[]}}

                event: done
                data: {"done":12,"total":12,"flips":2,"publishedFlips":1,"unread":0,"isCapped":false}


                """,
                "text/event-stream"
            );

    private static IResult StoredOf(HttpRequest request, string body) =>
        request.Headers.IfMatch == "\"3\""
            ? Results.Ok(Status)
            : Results.Problem("另有人改过，第 3 版已生效。", statusCode: StatusCodes.Status412PreconditionFailed);

    private static async Task<string> ShownAsync(HttpResponseMessage answer) =>
        WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancel));

    private static string Between(string text, string start, string end) => text.Split(start, 2)[1].Split(end, 2)[0];

    private static RuleStatus Rule(string id, Severity? severity, bool shadow, string message) =>
        new()
        {
            Id = id,
            Severity = severity,
            Shadow = shadow,
            Message = message,
            MessageEn = message,
        };
}
