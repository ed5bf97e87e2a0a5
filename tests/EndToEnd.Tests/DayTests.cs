using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using NewsEducator.Testing;

namespace NewsEducator.EndToEnd.Tests;

/// <summary>Sources to digest, seen from outside with nothing but HTTP and AMQP.</summary>
[Collection(DemoDayCollection.Name)]
public sealed class DayTests(DemoDay day)
{
    [Fact]
    public async Task A_day_goes_from_sources_to_digest()
    {
        using var samples = await SampleSubscribers.StartAsync(day.Run.Endpoints["messaging"]);
        var pack = await day.Desk.CutAsync();
        var date = (string)pack["date"]!;
        var (file, etag) = await day.Desk.GetFileAsync(date);
        var items = pack["candidates"]!.AsArray();
        items.Count.ShouldBeGreaterThan(10);
        items.ShouldAllBe(item => (string)item!["verdict"]! != "Blocked" && item!["source"] != null);
        pack["audit"]!.AsArray().Select(entry => (string)entry!["reason"]!).ShouldContain("Whitelist");

        var ticked = Tick(file, approve: [1, 2, 3], skip: [4], verify: [5]);
        (await day.Desk.PutFileAsync(date, ticked, etag)).Status.ShouldBe(HttpStatusCode.OK);
        var stale = await day.Desk.PutFileAsync(date, file, etag);
        stale.Status.ShouldBe(HttpStatusCode.PreconditionFailed);
        stale.Answer!["differences"]!.AsArray().Count.ShouldBe(5);

        var released = await day.Desk.ReleaseAsync(date);
        ((int)released["decided"]!).ShouldBe(5);
        (await day.Desk.ReleaseAsync(date)).ToJsonString().ShouldBe(released.ToJsonString());

        using var publisher = new HttpClient { BaseAddress = day.Run.Endpoints["publisher"] };
        var digest = await publisher.GetStringAsync($"/digests/{date}.md");
        digest
            .Split('\n')
            .Where(line => line.StartsWith("**来源**：", StringComparison.Ordinal))
            .Select(line => line["**来源**：".Length..])
            .ShouldBe(items.Take(3).Select(item => (string)item!["url"]!));
        (await publisher.GetStringAsync($"/digests/{date}")).ShouldContain("技术资讯日报");
        (await publisher.GetStringAsync($"/digests/{date}.md")).ShouldBe(digest);

        await day.Oracle.WaitUntilIdleAsync();
        var announced = day.Subscriber.Digests.Where(each => (string)each.Body["date"]! == date).ShouldHaveSingleItem();
        announced.ContentType.ShouldBe("application/json");
        announced.Headers["cloudEvents:type"].ShouldBe("digest.published.v1");
        announced.Headers["cloudEvents:specversion"].ShouldBe("1.0");
        announced.Headers.Keys.Where(key => key.StartsWith("MT-", StringComparison.Ordinal)).ShouldBeEmpty();
        announced.Body["items"]!.AsArray().Count.ShouldBe(3);
        day.Subscriber.All.Count(each => each.RoutingKey == "card.drafted.v1" && (string)each.Body["digestDate"]! == date)
            .ShouldBeInRange(2, 3);
        Directory.GetFiles(Path.Combine(day.Run.Data, "notes"), $"{date}-*.md", SearchOption.AllDirectories).Length.ShouldBeInRange(4, 5);
        (await day.Oracle.ViolationsAsync(day.Subscriber)).ShouldBeEmpty();
        await EachPublishedItemHasOneTraceAsync(3);
        await SubscribersInOtherLanguagesSeeAsync(samples, date);
    }

    /// <summary>First as it is announced, then in a replay to their own queues.</summary>
    private async Task SubscribersInOtherLanguagesSeeAsync(SampleSubscribers samples, string date)
    {
        await samples.SeeAsync($"digest.published.v1 {date}: revision 1, 3 items");
        await samples.SeeAsync($"card.drafted.v1 {date}: ");
        using var publisher = new HttpClient { BaseAddress = day.Run.Endpoints["publisher"] };
        publisher.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", day.Run.Token);
        foreach (var queue in samples.Queues)
        {
            (
                await publisher.PostAsJsonAsync(
                    "/api/replays",
                    new
                    {
                        from = date,
                        to = date,
                        queue,
                    }
                )
            ).EnsureSuccessStatusCode();
        }

        await samples.SeeAsync($"replay digest.published.v1 {date}: revision 1, 3 items");
    }

    /// <summary>Where a published item's last span is, there are its first ones too: five services, one trace.</summary>
    private Task<List<(int Services, int Items)>> EachPublishedItemHasOneTraceAsync(int items) =>
        Eventually.GetAsync(
            () =>
                Task.FromResult(
                    day.Traces.Spans.GroupBy(span => span.TraceId)
                        .SelectMany(trace =>
                            trace
                                .Where(span => span is { Service: "publisher", Name: "publish item" })
                                .Select(_ =>
                                    (
                                        Services: trace.Select(span => span.Service).Distinct().Count(),
                                        Items: trace.Count(span => span.Name == "collect item")
                                    )
                                )
                        )
                        .ToList()
                ),
            traces => traces.Count >= items && traces.TrueForAll(trace => trace is { Services: 5, Items: 1 }),
            "the traces of what was published"
        );

    [Fact]
    public async Task A_foreign_pack_is_fetched_and_screened_and_its_wrong_video_is_blocked()
    {
        var file = await Packs.ReadAsync("foreign-pack");

        var pack = await day.Desk.ImportScreenedAsync(file);

        Verdicts(pack)[1].ShouldBe("Blocked");
        Verdicts(pack)[2].ShouldBe("NeedsVerify", "a number differs from the source");
        Verdicts(pack)[3].ShouldBe("Blocked");
        Verdicts(pack)[0].ShouldNotBe("Blocked");
        var video = pack["candidates"]![1]!;
        video["findings"]!.ToJsonString().ShouldContain("identity.");
        video["findings"]!
            .AsArray()
            .Select(finding => (string?)finding!["evidence"])
            .ShouldContain(evidence => evidence != null && evidence.Contains("Never Gonna Give You Up"));
        (await day.Desk.GetFileAsync("2026-03-09")).File.ShouldBe(WithStatus(file, "拦截 2 条"));

        var refused = await Should.ThrowAsync<HttpRequestException>(() => day.Desk.DecideAsync((string)video["id"]!, "approve"));
        refused.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await day.Desk.ImportAsync(file))["eTag"]!.ToString().ShouldBe(pack["eTag"]!.ToString(), "the same file again is the same import");
    }

    [Fact]
    public async Task The_seed_itself_goes_through()
    {
        var folder = Path.Combine(Repository.In(".."), "shared", "seed");
        Assert.SkipUnless(Directory.Exists(folder), "the seed is not beside this checkout (../shared/seed)");
        var seed = await File.ReadAllTextAsync(Directory.GetFiles(folder).Single());

        var pack = await day.Desk.ImportScreenedAsync(seed);

        var verdicts = Verdicts(pack);
        verdicts[3].ShouldBe("Blocked");
        verdicts.Where((_, index) => index != 3).ShouldNotContain("Blocked");
        (await day.Desk.GetFileAsync("2026-02-03")).File.ShouldBe(WithStatus(seed, "拦截 1 条"));
    }

    [Theory]
    [InlineData("review", "/api/packs")]
    [InlineData("collector", "/api/sources")]
    [InlineData("summarizer", "/api/summaries/00000000-0000-0000-0000-000000000000")]
    [InlineData("compliance", "/api/policy")]
    [InlineData("publisher", "/openapi/v1.json")]
    public async Task A_request_without_a_token_gets_401(string service, string path)
    {
        using var http = new HttpClient { BaseAddress = day.Run.Endpoints[service] };

        (await http.GetAsync(path)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await http.GetAsync("/health")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    /// <summary>Review takes no more than the longest pack file, eight megabytes.</summary>
    [Theory]
    [InlineData("PUT", "/api/packs/2026-03-09.md")]
    [InlineData("POST", "/api/packs/import")]
    [InlineData("POST", "/api/candidates/00000000-0000-0000-0000-000000000000/comments")]
    public async Task A_request_that_is_larger_than_any_pack_is_refused(string method, string path)
    {
        using var http = new HttpClient { BaseAddress = day.Run.Endpoints["review"] };
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", day.Run.Token);
        request.Headers.TryAddWithoutValidation("If-Match", "\"1\"");
        // Else the answer may be lost with the connection that is closed over the unread rest.
        request.Headers.ExpectContinue = true;
        request.Content = new ByteArrayContent(new byte[(8 * 1024 * 1024) + 1]);
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(
            path.EndsWith("comments", StringComparison.Ordinal) ? "application/json" : "text/markdown"
        );

        (await http.SendAsync(request)).StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public void The_local_token_and_the_endpoints_are_for_the_owner_only()
    {
        foreach (var name in new[] { "local-token", "endpoints.json" })
        {
            File.GetUnixFileMode(Path.Combine(day.Run.Data, name)).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    private static List<string?> Verdicts(JsonNode pack) => [.. pack["candidates"]!.AsArray().Select(each => (string?)each!["verdict"])];

    private static string WithStatus(string file, string status) =>
        file.Replace("白名单合规校验：待运行", $"白名单合规校验：{status}", StringComparison.Ordinal);

    private static string Tick(string file, int[] approve, int[] skip, int[] verify)
    {
        var lines = file.Split('\n');
        var number = 0;
        for (var index = 0; index < lines.Length; index++)
        {
            number += lines[index].StartsWith("## ", StringComparison.Ordinal) ? 1 : 0;
            var choice =
                approve.Contains(number) ? "approve"
                : skip.Contains(number) ? "skip"
                : verify.Contains(number) ? "needs-verify"
                : null;
            lines[index] = lines[index] == $"- [ ] {choice}" ? $"- [x] {choice}" : lines[index];
        }

        return string.Join('\n', lines);
    }
}
