using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using NewsEducator.Contracts;
using NewsEducator.Testing;

namespace NewsEducator.Publisher.Tests.Slices;

/// <summary>Against receivers that really listen, each service with a database of its own.</summary>
public sealed class WebhookTests : IAsyncLifetime
{
    private Receiver _receiver = null!;
    private Receiver _other = null!;
    private PublisherApp _app = null!;
    private HttpClient _http = null!;
    private WebhookDesk _desk = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        (_receiver, _other) = (await Receiver.StartAsync(), await Receiver.StartAsync());
        _app = await PublisherApp.StartAsync(
            ("Publisher:Webhooks:PrivateReceivers:0", _receiver.HostAndPort),
            ("Publisher:Webhooks:PrivateReceivers:1", _other.HostAndPort)
        );
        _http = _app.CreateOperator();
        _desk = new WebhookDesk(_http);
    }

    public async ValueTask DisposeAsync()
    {
        await _receiver.DisposeAsync();
        await _other.DisposeAsync();
        await _app.DisposeAsync();
    }

    [Fact]
    public async Task G10_The_signed_bytes_are_the_sent_bytes()
    {
        var (_, secret) = await CreateAsync(_receiver, "digest.published.v1");
        var day = new ReleasedDay(_app);
        await day.PublishAsync(day.Item(1, day.ContentOf(1) with { Title = "更正 <b>&'\"+\u2028" }));

        var request = await ReceivedAsync(_receiver);

        ShouldBeSigned(request, secret).ShouldBe(1);
        var body = JsonNode.Parse(request.Body)!;
        ((string)body["type"]!, (string)body["data"]!["items"]![0]!["title"]!).ShouldBe(("digest.published.v1", "更正 <b>&'\"+\u2028"));
        request.Id.ShouldBe((string)body["data"]!["id"]!);
        Math.Abs(
                TimeProvider.System.GetUtcNow().ToUnixTimeSeconds()
                    - long.Parse(request.Headers["webhook-timestamp"], CultureInfo.InvariantCulture)
            )
            .ShouldBeLessThan(300);
    }

    [Fact]
    public async Task G11_A_redirect_is_a_failure_and_is_not_followed()
    {
        _receiver.Answer = http =>
        {
            http.Response.Redirect(_other.Url.ToString());
            return Task.CompletedTask;
        };
        var (id, _) = await CreateAsync(_receiver);
        await _desk.TestAsync(id);

        var attempt = (await _desk.AttemptedAsync(id))["attempts"]![0]!;

        ((int)attempt["status"]!, (string)attempt["error"]!).ShouldBe((302, "answered 302, expected 2xx"));
        await Eventually.GetAsync(() => Task.FromResult(_receiver.Requests.Count), count => count >= 2, "the attempt after 5 s");
        _other.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Reviewers_events_go_to_the_webhook_that_names_them_and_to_no_other()
    {
        var (_, secret) = await CreateAsync(_receiver, "pack.ready.v1");
        await CreateAsync(_other);
        var day = new ReleasedDay(_app);
        await _app.SendAsync(
            new PackAwaitsReview
            {
                PackId = day.PackId,
                PackDate = day.Date,
                Candidates = 12,
                Undecided = 12,
                IsOverdue = false,
                Since = DateTimeOffset.UnixEpoch,
                Url = "https://review.example/packs/2020-01-02",
                At = DateTimeOffset.UnixEpoch,
            }
        );
        await day.PublishAsync(day.Item(1));

        var request = await ReceivedAsync(_receiver);

        ShouldBeSigned(request, secret).ShouldBe(1);
        var body = JsonNode.Parse(request.Body)!;
        ((string)body["type"]!, (int)body["data"]!["undecided"]!).ShouldBe(("pack.ready.v1", 12));
        // The digest was published after it, and is the first that the other one hears of.
        var first = JsonNode.Parse((await ReceivedAsync(_other)).Body)!;
        ((string)first["type"]!).ShouldNotStartWith("pack.");
    }

    [Fact]
    public async Task A_slow_receiver_delays_no_other()
    {
        var release = new TaskCompletionSource();
        _receiver.Answer = http => release.Task.WaitAsync(http.RequestAborted);
        var (slow, _) = await CreateAsync(_receiver);
        await CreateAsync(_other);
        var day = new ReleasedDay(_app);
        await day.PublishAsync(day.Item(1), day.Item(2));

        // A digest and two cards, while the first of the slow one is still open.
        await Eventually.GetAsync(() => Task.FromResult(_other.Requests.Count), count => count == 3, "the other one's events", 12);
        _receiver.Requests.Count.ShouldBe(1);
        (await _desk.DeliveriesAsync(slow)).ShouldAllBe(delivery => (string)delivery!["state"]! == "Pending");

        release.SetResult();
        await Eventually.GetAsync(() => Task.FromResult(_receiver.Requests.Count), count => count == 3, "the slow one's events");
    }

    [Fact]
    public async Task Gone_disables_the_webhook_until_a_person_enables_it()
    {
        _receiver.Answer = Status(410);
        var (id, _) = await CreateAsync(_receiver);
        await _desk.TestAsync(id);
        await _desk.AttemptedAsync(id);
        var webhook = await _http.GetAsync($"/api/webhooks/{id}", Cancel);
        var view = JsonNode.Parse(await webhook.Content.ReadAsStringAsync(Cancel))!;
        ((string)view["disabledReason"]!).ShouldBe("it answered 410 Gone");
        var delivery = (long)(await _desk.DeliveriesAsync(id))[0]!["id"]!;
        (await _http.PostAsync($"/api/webhooks/{id}/deliveries/{delivery}/redeliver", null, Cancel)).StatusCode.ShouldBe(
            HttpStatusCode.Conflict
        );
        var range = new { from = new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero), to = TimeProvider.System.GetUtcNow().AddDays(1) };
        (await _http.PostAsJsonAsync($"/api/webhooks/{id}/redeliver", range, Cancel)).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await _http.PostAsync($"/api/webhooks/{id}/test", null, Cancel)).StatusCode.ShouldBe(HttpStatusCode.Conflict);

        _receiver.Answer = Status(204);
        (await PutAsync(id, webhook.Headers.ETag!.Tag)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await PutAsync(id, webhook.Headers.ETag!.Tag)).StatusCode.ShouldBe(HttpStatusCode.PreconditionFailed);
        await _desk.TestAsync(id);
        await Eventually.GetAsync(
            async () => (await _desk.DeliveriesAsync(id)).FirstOrDefault()?["state"]?.ToString(),
            state => state == "Delivered",
            "the delivery"
        );
    }

    [Fact]
    public async Task A_receiver_that_asks_to_be_left_alone_is()
    {
        _receiver.Answer = http =>
        {
            (http.Response.StatusCode, http.Response.Headers.RetryAfter) = (StatusCodes.Status429TooManyRequests, "3600");
            return Task.CompletedTask;
        };
        var (id, _) = await CreateAsync(_receiver);
        await _desk.TestAsync(id);

        await _desk.AttemptedAsync(id);
        // A list that is read while the attempt is recorded may show it beside the delivery as it was.
        var delivery = (await _desk.DeliveriesAsync(id)).Single()!;

        var attempted = (DateTimeOffset)delivery["attempts"]![0]!["at"]!;
        ((DateTimeOffset)delivery["nextAt"]! - attempted).ShouldBeGreaterThan(TimeSpan.FromMinutes(59));
    }

    [Fact]
    public async Task Whoever_said_200_and_breaks_off_has_the_event()
    {
        _receiver.Answer = async http =>
        {
            // The server closes the connection, because the rest is missing.
            http.Response.ContentLength = 100;
            await http.Response.WriteAsync("thank you", Cancel);
        };
        var (id, _) = await CreateAsync(_receiver);
        await _desk.TestAsync(id);

        await _desk.AttemptedAsync(id);
        // A list that is read while the attempt is recorded may show it beside the delivery as it was.
        var delivery = (await _desk.DeliveriesAsync(id)).Single()!;

        ((string)delivery["state"]!).ShouldBe("Delivered");
        ((string)delivery["attempts"]![0]!["answer"]!).ShouldBe("thank you");
    }

    [Fact]
    public async Task A_secret_is_shown_once_is_stored_nowhere_and_signs_beside_its_successor()
    {
        var (id, former) = await CreateAsync(_receiver);
        var tag = (await _http.GetAsync($"/api/webhooks/{id}", Cancel)).Headers.ETag!.Tag;
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/webhooks/{id}/secret");
        request.Headers.TryAddWithoutValidation("If-Match", tag);
        var rotated = JsonNode.Parse(await (await _http.SendAsync(request, Cancel)).Content.ReadAsStringAsync(Cancel))!;
        var secret = (string)rotated["secret"]!;
        secret.ShouldNotBe(former);
        (await _http.GetStringAsync("/api/webhooks", Cancel)).ShouldNotContain("whsec_");

        await _desk.TestAsync(id);

        var received = await ReceivedAsync(_receiver);
        received.Headers["webhook-signature"].Split(' ').Length.ShouldBe(2);
        ShouldBeSigned(received, secret).ShouldBe(1);
        ShouldBeSigned(received, former).ShouldBe(1);
        (await _desk.DeliveriesAsync(id)).ToJsonString().ShouldNotContain("whsec_");
    }

    [Fact]
    public async Task Only_what_is_asked_for_arrives_and_is_delivered_again_under_the_same_id()
    {
        var concept = $"only-{Guid.NewGuid():N}";
        var (id, _) = await CreateAsync(_receiver, "digest.published.v1", concept);
        var (day, wanted) = (new ReleasedDay(_app), new ReleasedDay(_app));
        await day.PublishAsync(day.Item(1));
        await wanted.PublishAsync(
            wanted.Item(
                1,
                wanted.ContentOf(1) with
                {
                    Concept = new Concept { Key = concept, Name = "缓存" },
                }
            )
        );
        var first = await ReceivedAsync(_receiver);
        var delivery = await _desk.AttemptedAsync(id);
        ((string)JsonNode.Parse(first.Body)!["data"]!["date"]!).ShouldBe($"{wanted.Date:yyyy-MM-dd}");

        (await _http.PostAsync($"/api/webhooks/{id}/deliveries/{delivery["id"]}/redeliver", null, Cancel)).EnsureSuccessStatusCode();
        await Eventually.GetAsync(() => Task.FromResult(_receiver.Requests.Count), count => count == 2, "the redelivery");
        var range = new
        {
            from = new DateTimeOffset(2000, 1, 1, 0, 0, 0, TimeSpan.Zero),
            to = TimeProvider.System.GetUtcNow().AddMinutes(1),
        };
        var again = await _http.PostAsJsonAsync($"/api/webhooks/{id}/redeliver", range, Cancel);
        ((int)JsonNode.Parse(await again.Content.ReadAsStringAsync(Cancel))!["count"]!).ShouldBe(
            1,
            "the other day's digest is not asked for"
        );
        await Eventually.GetAsync(() => Task.FromResult(_receiver.Requests.Count), count => count == 3, "the range");

        _receiver.Requests.Select(request => request.Id).Distinct().ShouldHaveSingleItem();
        _receiver.Requests.Select(request => Convert.ToHexString(request.Body)).Distinct().ShouldHaveSingleItem();
        (await _desk.DeliveriesAsync(id)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_revision_waits_for_the_one_before_it_and_other_digests_do_not()
    {
        var (day, other) = (new ReleasedDay(_app), new ReleasedDay(_app));
        var isUp = false;
        _receiver.Answer = http => Status(isUp || Revision(_receiver.Requests.Last(), day) is null ? 204 : 503)(http);
        var (id, _) = await CreateAsync(_receiver);
        var item = day.Item(1);
        await day.PublishAsync(item);
        await Eventually.GetAsync(() => Task.FromResult(Revisions(day)), seen => seen.Count > 0, "an attempt that fails");
        await day.CorrectAsync(item, item.Content with { Summary = "P99 从 180ms 升到 19s。" });

        await other.PublishAsync(other.Item(1));
        await Eventually.GetAsync(() => Task.FromResult(Revisions(other)), seen => seen.Count > 0, "the other day's digest");
        Revisions(day).ShouldAllBe(revision => revision == 1);
        isUp = true;
        var failed = (await _desk.DeliveriesAsync(id)).Single(delivery =>
            delivery!["attempts"]!.AsArray().Any(attempt => (int?)attempt!["status"] == StatusCodes.Status503ServiceUnavailable)
        )!;
        (await _http.PostAsync($"/api/webhooks/{id}/deliveries/{failed["id"]}/redeliver", null, Cancel)).EnsureSuccessStatusCode();

        await Eventually.GetAsync(() => Task.FromResult(Revisions(day)), seen => seen.Contains(2), "the correction");
        Revisions(day).ShouldBe(Revisions(day).Order());
    }

    [Fact]
    public async Task A_range_that_is_delivered_for_the_first_time_keeps_the_order_of_revisions()
    {
        var day = new ReleasedDay(_app);
        var item = day.Item(1);
        await day.PublishAsync(item);
        await day.CorrectAsync(item, item.Content with { Summary = "P99 从 180ms 升到 19s。" });
        await Eventually.GetAsync(
            () => Task.FromResult(_app.Subscriber.EventsOf(day.Date, "digest.revised.v1").Count()),
            count => count == 1,
            "the correction"
        );
        // The digest fails once, and is tried again after five seconds.
        _receiver.Answer = http =>
            Status(Revision(_receiver.Requests.Last(), day) is not null && Revisions(day).Count == 1 ? 503 : 204)(http);
        var (id, _) = await CreateAsync(_receiver);
        var range = new
        {
            from = new DateTimeOffset(2000, 1, 1, 0, 0, 0, TimeSpan.Zero),
            to = TimeProvider.System.GetUtcNow().AddMinutes(1),
        };
        (await _http.PostAsJsonAsync($"/api/webhooks/{id}/redeliver", range, Cancel)).EnsureSuccessStatusCode();

        await Eventually.GetAsync(() => Task.FromResult(Revisions(day)), seen => seen.Contains(2), "the correction");
        Revisions(day).ShouldBe([1, 1, 2]);
    }

    /// <summary>The revisions of a day's digest, as they came.</summary>
    private List<int> Revisions(ReleasedDay day) => [.. _receiver.Requests.Select(request => Revision(request, day)).OfType<int>()];

    private static int? Revision(Receiver.Request request, ReleasedDay day) =>
        JsonNode.Parse(request.Body)!["data"] is { } data && (string?)data["date"] == $"{day.Date:yyyy-MM-dd}"
            ? (int)data["revision"]!
            : null;

    private async Task<(Guid Id, string Secret)> CreateAsync(Receiver receiver, string? type = null, string? concept = null)
    {
        var request = new
        {
            url = $"{receiver.Url}hook",
            events = type is null ? [] : new[] { type },
            concepts = concept is null ? [] : new[] { concept },
        };
        var answer = await _http.PostAsJsonAsync("/api/webhooks", request, Cancel);
        answer.StatusCode.ShouldBe(HttpStatusCode.Created);
        answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
        var created = JsonNode.Parse(await answer.Content.ReadAsStringAsync(Cancel))!;
        return ((Guid)created["webhook"]!["id"]!, (string)created["secret"]!);
    }

    private async Task<HttpResponseMessage> PutAsync(Guid id, string tag)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, $"/api/webhooks/{id}")
        {
            Content = JsonContent.Create(new { url = $"{_receiver.Url}hook" }),
        };
        request.Headers.TryAddWithoutValidation("If-Match", tag);
        return await _http.SendAsync(request, Cancel);
    }

    private static async Task<Receiver.Request> ReceivedAsync(Receiver receiver) =>
        (
            await Eventually.GetAsync(
                () => Task.FromResult(receiver.Requests.FirstOrDefault()),
                request => request is not null,
                "a request"
            )
        )!;

    private static Func<HttpContext, Task> Status(int status) =>
        http =>
        {
            http.Response.StatusCode = status;
            return Task.CompletedTask;
        };

    /// <summary>By the standard's own words, with nothing of ours or of the library.</summary>
    private static int ShouldBeSigned(Receiver.Request request, string secret)
    {
        byte[] signed = [.. Encoding.UTF8.GetBytes($"{request.Id}.{request.Headers["webhook-timestamp"]}."), .. request.Body];
        var expected = $"v1,{Convert.ToBase64String(HMACSHA256.HashData(Convert.FromBase64String(secret["whsec_".Length..]), signed))}";
        return request.Headers["webhook-signature"].Split(' ').Count(signature => signature == expected);
    }
}
