using System.Net;
using NewsEducator.Testing;

namespace NewsEducator.Publisher.Tests.Slices;

/// <summary>A service of its own, as the limit counts every address.</summary>
public sealed class ReportLimitTests : IAsyncLifetime
{
    private PublisherApp _app = null!;
    private ReleasedDay _day = null!;
    private HttpClient _reader = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private ReportForm Form => new(_reader, _day.ContentOf(1).ItemId);

    public async ValueTask InitializeAsync()
    {
        _app = await PublisherApp.StartAsync(("Publisher:Reports:PerAddress", "2"));
        _day = new ReleasedDay(_app);
        _reader = _app.CreateClient(new() { AllowAutoRedirect = false });
        await _day.PublishAsync(_day.Item(1));
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task A_report_travels_with_the_sentence_and_is_answered_with_a_page_and_limited_by_address()
    {
        var page = WebUtility.HtmlDecode(await _reader.GetStringAsync($"/digests/{_day.Date:yyyy-MM-dd}", Cancel));
        page.ShouldContain($"href=\"{Form.Address}\"");
        WebUtility.HtmlDecode(await _reader.GetStringAsync(Form.Address, Cancel)).ShouldContain("P99 从 180ms 升到 9s。");

        var sent = await Form.PostAsync("应为 90s\r\n<script>alert(1)</script>", "0");

        (sent.StatusCode, sent.Headers.Location!.OriginalString).ShouldBe((HttpStatusCode.Found, "/reported"));
        (await _reader.GetStringAsync("/reported", Cancel)).ShouldContain("已收到，谢谢");
        var message = (
            await Eventually.GetAsync(
                () => Task.FromResult(_app.Subscriber.MessagesOf("ErrorReported", _day.ContentOf(1).ItemId).FirstOrDefault()),
                told => told is not null
            )
        )!;
        ((string)message["sentence"]!, (string)message["text"]!, (Guid)message["candidateId"]!).ShouldBe(
            ("P99 从 180ms 升到 9s。", "应为 90s <script>alert(1)</script>", _day.Item(1).CandidateId)
        );

        (await Form.PostAsync("整条都不对")).StatusCode.ShouldBe(HttpStatusCode.Found);
        var third = await Form.PostAsync("又一次");
        third.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        third.Headers.RetryAfter.ShouldNotBeNull();
        WebUtility
            .HtmlDecode(await third.Content.ReadAsStringAsync(Cancel))
            .ShouldContain("又一次", Case.Sensitive, "nobody writes it twice");
    }
}
