using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using NewsEducator.Testing;

namespace NewsEducator.Publisher.Tests.Slices;

/// <summary>The receiver of <c>samples/subscribers</c> takes what is signed with its secret, and nothing else.</summary>
public sealed class SampleReceiverTests
{
    private const string Python = "/usr/bin/python3";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_genuine_webhook_is_taken_and_a_forged_one_refused()
    {
        Assert.SkipUnless(File.Exists(Python), $"{Python} is not installed");
        var port = LoopbackPort.Free();
        var url = new Uri($"http://127.0.0.1:{port}/");
        await using var app = await PublisherApp.StartAsync(("Publisher:Webhooks:PrivateReceivers:0", url.Authority));
        using var http = app.CreateOperator();
        var (id, secret) = await CreateAsync(http, url);
        using var receiver = await StartAsync(port, secret);
        try
        {
            var desk = new WebhookDesk(http);
            await desk.TestAsync(id);

            ((int)(await desk.AttemptedAsync(id))["attempts"]![0]!["status"]!).ShouldBe((int)HttpStatusCode.NoContent);
            (await receiver.StandardOutput.ReadLineAsync(Cancel)).ShouldBe($$"""webhook.test.v1: {"webhookId": "{{id}}"}""");
            (await ForgeAsync(url, TimeProvider.System.GetUtcNow())).ShouldBe(HttpStatusCode.Unauthorized);
            (await ForgeAsync(url, DateTimeOffset.UnixEpoch)).ShouldBe(HttpStatusCode.Unauthorized);
        }
        finally
        {
            receiver.Kill();
        }
    }

    private static async Task<(Guid Id, string Secret)> CreateAsync(HttpClient http, Uri url)
    {
        using var answer = await http.PostAsJsonAsync("/api/webhooks", new { url }, Cancel);
        var created = JsonNode.Parse(await answer.Content.ReadAsStringAsync(Cancel))!;
        return ((Guid)created["webhook"]!["id"]!, (string)created["secret"]!);
    }

    private static async Task<Process> StartAsync(int port, string secret)
    {
        var receiver = Process.Start(
            new ProcessStartInfo(
                Python,
                [Repository.In("samples/subscribers/python/webhook.py"), port.ToString(CultureInfo.InvariantCulture)]
            )
            {
                RedirectStandardOutput = true,
                Environment = { ["WEBHOOK_SECRET"] = secret },
            }
        )!;
        (await receiver.StandardOutput.ReadLineAsync(Cancel)).ShouldBe($"listening on 127.0.0.1:{port}");
        return receiver;
    }

    private static async Task<HttpStatusCode> ForgeAsync(Uri url, DateTimeOffset at)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new StringContent("""{"type":"x","data":{}}""") };
        request.Headers.Add("webhook-id", "1");
        request.Headers.Add("webhook-timestamp", at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        request.Headers.Add("webhook-signature", $"v1,{Convert.ToBase64String(new byte[32])}");
        using var answer = await http.SendAsync(request, Cancel);
        return answer.StatusCode;
    }
}
