using System.Net;

namespace NewsEducator.Publisher.Tests.Slices;

/// <summary>A reader reports an error, and somebody sends what is none.</summary>
[Collection(SliceCollection.Name)]
public sealed class ReportTests(PublisherFixture fixture) : IAsyncLifetime
{
    private readonly ReleasedDay _day = new(fixture.App);
    private readonly HttpClient _reader = fixture.App.CreateClient(new() { AllowAutoRedirect = false });

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private ReportForm Form => new(_reader, _day.ContentOf(1).ItemId);

    public async ValueTask InitializeAsync() => await _day.PublishAsync(_day.Item(1));

    public ValueTask DisposeAsync()
    {
        _reader.Dispose();
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData("", null)]
    [InlineData("   ", null)]
    [InlineData("nul \u0000", null)]
    [InlineData("fine", "99")]
    [InlineData("fine", "-1")]
    [InlineData("fine", "one")]
    public async Task What_cannot_be_read_is_refused_with_the_form(string text, string? sentence)
    {
        (await Form.PostAsync(text, sentence)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await Form.PostAsync(new string('长', 1001))).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site", false)]
    [InlineData("Sec-Fetch-Site", "same-origin", true)]
    [InlineData("Origin", "https://evil.example", false)]
    [InlineData("Origin", "null", false)]
    [InlineData("Origin", "https://news.example", true)]
    public async Task No_other_site_can_post_the_form(string header, string value, bool isTaken)
    {
        using var request = Form.RequestOf("x", null);
        request.Headers.Add(header, value);

        (await _reader.SendAsync(request, Cancel)).StatusCode.ShouldBe(isTaken ? HttpStatusCode.Found : HttpStatusCode.Forbidden);
        (await _reader.GetAsync(Form.Address, Cancel)).Headers.GetValues("Referrer-Policy").ShouldBe(["same-origin"]);
    }

    [Fact]
    public async Task Of_what_is_not_published_nothing_is_reported()
    {
        (await _reader.GetAsync($"/items/{Guid.NewGuid()}/report", Cancel)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }
}
