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
    private static readonly Uri Settings = new("/api/configuration", UriKind.Relative);

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

    [Theory]
    [InlineData("collector", "Collector")]
    [InlineData("summarizer", "Summarizer")]
    [InlineData("compliance", "Compliance")]
    [InlineData("review", "Review")]
    [InlineData("publisher", "Publisher")]
    public async Task Each_service_says_where_each_setting_comes_from_and_shows_no_secret(string service, string heading)
    {
        using var client = run.Client(service);
        (await client.GetAsync(Settings, TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", run.Token);

        var text = await client.GetStringAsync(Settings, TestContext.Current.CancellationToken);

        var settings = JsonNode.Parse(text)!.AsArray().ToDictionary(setting => setting!["name"].Text(), setting => setting!);
        DocumentedSettings(heading).Where(documented => !settings.Keys.Any(documented.IsMatch)).ShouldBeEmpty();
        var token = settings["Auth__LocalToken"];
        (token["value"].Text(), token["isSet"]!.GetValue<bool>(), token["source"].Text(), token["file"].Text()).ShouldBe(
            ("", true, "File", "Auth__LocalToken")
        );
        run.SecretsOf(service).Where(text.Contains).ShouldBeEmpty();
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

    /// <summary>Every setting of docs/configuration.md for this service; keys that only some services have are left out.</summary>
    private static IEnumerable<Regex> DocumentedSettings(string service)
    {
        var parts = File.ReadAllText(Repository.In("docs/configuration.md")).Split("\n## ");
        return parts
            .Where(part =>
                part.StartsWith($"{service}\n", StringComparison.Ordinal) || part.StartsWith("Every service\n", StringComparison.Ordinal)
            )
            .SelectMany(part => SettingName().Matches(part).Select(match => match.Groups["name"].Value))
            .Where(name => !name.StartsWith("Signing__", StringComparison.Ordinal))
            // A list is one setting where its entries are plain values, and may be empty.
            .Select(name => new Regex($"^{Members().Replace(name, "")}(__|$)", RegexOptions.None, TimeSpan.FromSeconds(1)));
    }

    // | `Auth__People__0__Name` |
    [GeneratedRegex(@"^\| `(?<name>\w+)`", RegexOptions.Multiline)]
    private static partial Regex SettingName();

    // What follows a list or a dictionary: __0__Name, __NAME
    [GeneratedRegex("__(0|NAME)(__.*)?$")]
    private static partial Regex Members();

    // <input type="hidden" name="__RequestVerificationToken" value="CfDJ8…" />
    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"(?<value>[^\"]+)\"")]
    private static partial Regex FormToken();
}
