using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using NewsEducator.Testing;

namespace NewsEducator.AppHost.Tests.Deployment;

/// <summary>What compose.yaml describes starts, each service with its own accounts and secrets as files.</summary>
[Collection(ComposeCollection.Name)]
public sealed partial class ComposeRunTests(ComposeRun run)
{
    [Fact]
    public async Task The_services_find_each_other_and_their_token_opens_them()
    {
        using var review = run.Client("review");
        review.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", run.Token);

        // One that refuses, or cannot be found, stays away; one that has just started may take its time at first.
        await Eventually.GetAsync(
            async () => (await review.GetFromJsonAsync<JsonNode>("/api/operations"))!["services"]!.AsArray(),
            services => services.Count == 5 && services.All(service => service!["messaging"] is not null),
            "all five services",
            seconds: 120
        );
    }

    [Fact]
    public async Task Whoever_signs_in_at_one_Review_is_signed_in_at_the_other()
    {
        using var cookies = new HttpClientHandler { AllowAutoRedirect = false };
        using var person = new HttpClient(cookies);
        var (first, second) = (run.AddressOf("review"), run.AddressOf(ComposeRun.Replica));
        var page = await person.GetStringAsync(new Uri(first, "/signin"), TestContext.Current.CancellationToken);
        using var form = new FormUrlEncodedContent([
            new("__RequestVerificationToken", FormToken().Match(page).Groups["value"].Value),
            new("token", run.Token),
        ]);

        // The form of one is taken by the other, and the other's session by the first.
        (await person.PostAsync(new Uri(second, "/signin"), form, TestContext.Current.CancellationToken)).StatusCode.ShouldBe(
            HttpStatusCode.Redirect
        );
        (await person.GetAsync(new Uri(first, "/access"), TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public void The_health_check_of_compose_tells_a_service_that_is_ready_from_one_that_is_not()
    {
        run.RunHealthCheck("review").ShouldBe(0);
        run.RunHealthCheck("review", LoopbackPort.Free()).ShouldBe(1);
    }

    [Fact]
    public async Task A_service_that_is_stopped_ends_in_time()
    {
        using var soon = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        soon.CancelAfter(TimeSpan.FromSeconds(10));

        (await run.StopAsync("collector", soon.Token)).ShouldBe(0);
        await run.StartAgainAsync("collector");
    }

    // <input type="hidden" name="__RequestVerificationToken" value="CfDJ8…" />
    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"(?<value>[^\"]+)\"")]
    private static partial Regex FormToken();
}
