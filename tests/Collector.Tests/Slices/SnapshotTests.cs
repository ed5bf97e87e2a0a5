using System.IO.Compression;
using System.Text.Json;
using NewsEducator.Testing;

namespace NewsEducator.Collector.Tests.Slices;

/// <summary>A snapshot as others read it.</summary>
[Collection(SliceCollection.Name)]
public sealed class SnapshotTests(CollectorFixture fixture)
{
    private readonly CollectorDriver _collector = new(fixture.App);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("br", true)]
    [InlineData("gzip, br;q=0.5", true)]
    [InlineData("gzip, br;q=0", false)]
    [InlineData("", false)]
    public async Task It_is_sent_compressed_to_who_takes_it_so_and_says_the_same_to_everybody(string accepted, bool isCompressed)
    {
        _collector.Has((1, "Deadlock when two workers commit at once", _collector.Body, CollectorDriver.Today));
        await _collector.ConfigureAsync();
        await _collector.PollAsync();
        var id = (await _collector.ItemAsync(_collector.Id(1))).Item.SnapshotId!;

        using var http = fixture.App.ClientOf("service");
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/snapshots/{id}");
        request.Headers.TryAddWithoutValidation("Accept-Encoding", accepted);
        using var answer = await http.SendAsync(request, Cancel);
        answer.EnsureSuccessStatusCode();
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/json");
        answer.Content.Headers.ContentEncoding.Contains("br").ShouldBe(isCompressed);
        var body = await answer.Content.ReadAsStreamAsync(Cancel);
        await using var json =
            isCompressed ? new BrotliStream(body, CompressionMode.Decompress)
            : answer.Content.Headers.ContentEncoding.Contains("gzip") ? new GZipStream(body, CompressionMode.Decompress)
            : body;
        using var read = await JsonDocument.ParseAsync(json, cancellationToken: Cancel);

        read.RootElement.GetRawText().ShouldBe(JsonSerializer.Serialize(await _collector.SnapshotAsync(id), CollectorDriver.Json));
    }
}
