using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using NewsEducator.Collector.Tests.Slices;
using NewsEducator.Contracts;

namespace NewsEducator.Collector.Tests.Diagnosis;

/// <summary>What <c>/api/doctor</c> says of tokens, against servers that answer as GitHub, YouTube and Hugging Face do.</summary>
public sealed class UpstreamCheckTests : IAsyncLifetime
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    private CollectorApp _app = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() =>
        _app = await CollectorApp.StartAsync(
            settings: [("GitHub:Token", "github-secret"), ("YouTube:ApiKey", "youtube-secret"), ("HuggingFace:Token", "hub-secret")]
        );

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task A_token_that_GitHub_takes_is_shown_with_what_is_left()
    {
        GitHubAnswers(remaining: 4990);

        var check = await ExamineAsync("github");

        check.State.ShouldBe(CheckState.Ok);
        check.Said.ShouldStartWith("GitHub takes the token, 4990 of 5000 requests left until ");
    }

    [Fact]
    public async Task A_spent_budget_and_a_token_near_its_end_are_warnings()
    {
        GitHubAnswers(remaining: 0);
        (await ExamineAsync("github")).ShouldSatisfyAllConditions(
            spent => spent.State.ShouldBe(CheckState.Warning),
            spent => spent.Said.ShouldStartWith("GitHub's budget is spent: 0 of 5000 requests left")
        );

        var end = TimeProvider.System.GetUtcNow().AddDays(3);
        GitHubAnswers(remaining: 1, expiry: end.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture));
        (await ExamineAsync("github")).Said.ShouldStartWith($"GitHub's token ends on {end:yyyy-MM-dd}");
    }

    [Fact]
    public async Task Who_answers_in_the_place_of_GitHub_is_seen()
    {
        _app.Upstream.Serve("/github/rate_limit", "<html>Please sign in to the network</html>", "text/html");

        (await ExamineAsync("github")).ShouldSatisfyAllConditions(
            check => check.State.ShouldBe(CheckState.Warning),
            check => check.Said.ShouldContain("see whether a proxy answers in its place")
        );
    }

    [Fact]
    public async Task What_is_refused_is_a_fault_and_no_secret_is_told()
    {
        _app.Upstream.Fail("/github/rate_limit", 401);
        _app.Upstream.Fail("/youtubedata/youtube/v3/i18nLanguages", 400);
        _app.Upstream.Fail("/huggingface/api/whoami-v2", 401);

        var checks = (await ExamineAsync()).ToDictionary(check => check.Name);

        checks["github"].State.ShouldBe(CheckState.Fault);
        checks["youtube"].State.ShouldBe(CheckState.Fault);
        checks["youtube"].Said.ShouldEndWith("and set YouTube__ApiKey.");
        checks["huggingface"].State.ShouldBe(CheckState.Fault);
        checks["huggingface"].Said.ShouldEndWith("and set HuggingFace__Token.");
        checks.Values.ShouldAllBe(check => !check.Said.Contains("secret"));
    }

    [Fact]
    public async Task A_quota_that_is_spent_is_no_wrong_key()
    {
        _app.Upstream.On(
            "/youtubedata/youtube/v3/i18nLanguages",
            context =>
            {
                context.Response.StatusCode = 403;
                return context.Response.WriteAsync("""{"error": {"code": 403, "errors": [{"reason": "quotaExceeded"}]}}""");
            }
        );

        (await ExamineAsync("youtube")).State.ShouldBe(CheckState.Warning);
    }

    [Fact]
    public async Task The_hubs_token_is_shown_to_the_hub()
    {
        var shown = "";
        _app.Upstream.On(
            "/huggingface/api/whoami-v2",
            context =>
            {
                shown = context.Request.Headers.Authorization.ToString();
                context.Response.Headers["RateLimit"] = "\"api\";r=499;t=271";
                return context.Response.WriteAsync("{}");
            }
        );

        (await ExamineAsync("huggingface")).Said.ShouldBe("Hugging Face takes the token, 499 requests left of the present window.");
        shown.ShouldBe("Bearer hub-secret");
    }

    private void GitHubAnswers(int remaining, string? expiry = null) =>
        _app.Upstream.On(
            "/github/rate_limit",
            context =>
            {
                context.Response.Headers["github-authentication-token-expiration"] = expiry;
                var reset = TimeProvider.System.GetUtcNow().AddMinutes(20).ToUnixTimeSeconds();
                var isKnown = context.Request.Headers.Authorization == "Bearer github-secret";
                return context.Response.WriteAsJsonAsync(
                    new
                    {
                        resources = isKnown
                            ? new
                            {
                                core = new
                                {
                                    limit = 5000,
                                    remaining,
                                    reset,
                                },
                            }
                            : null,
                    }
                );
            }
        );

    private async Task<CheckView> ExamineAsync(string name) => (await ExamineAsync()).Single(check => check.Name == name);

    private async Task<IReadOnlyList<CheckView>> ExamineAsync()
    {
        using var client = _app.ClientOf("operator");
        return (await client.GetFromJsonAsync<List<CheckView>>("/api/doctor", Json, Cancel))!;
    }
}
