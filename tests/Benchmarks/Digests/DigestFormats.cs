using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using NewsEducator.Publisher;
using NewsEducator.Publisher.Caching;
using NewsEducator.Publisher.Digests;
using NewsEducator.Publisher.Feeds;
using NewsEducator.Publisher.Pages;

namespace NewsEducator.Benchmarks.Digests;

/// <summary>What the Publisher makes of a digest, by its own code; no database and no request.</summary>
internal sealed class DigestFormats : IDisposable
{
    private static readonly PublisherOptions Settings = new() { PublicUrl = new Uri("https://news.example") };
    private static readonly DigestNeighbours Neighbours = new(new DateOnly(2026, 11, 22), null);

    private readonly ServiceProvider _services = new ServiceCollection()
        // As the service is set up: Chinese is written as it is.
        .AddSingleton(HtmlEncoder.Create(UnicodeRanges.All))
        .AddSingleton(Options.Create(Settings))
        .AddLogging()
        .BuildServiceProvider();

    private readonly Frame _frame = Frame.Of(Settings);
    private readonly ComposeFeed _feed;

    public DigestFormats() => _feed = new ComposeFeed(Options.Create(Settings));

    /// <summary>Each by itself, as it is asked for.</summary>
    public IReadOnlyList<(string Name, Action<Digest, Stream> Render)> Each =>
        [
            ("RSS 2.0", (digest, bytes) => SyndicationFeeds.RenderRss(Feed(digest), bytes)),
            ("Atom 1.0", (digest, bytes) => SyndicationFeeds.RenderAtom(Feed(digest), bytes)),
            ("JSON Feed 1.1", (digest, bytes) => JsonFeedDocument.Render(Feed(digest), bytes)),
            ("HTML page", Page),
            ("Markdown", (digest, bytes) => bytes.Write(Encoding.UTF8.GetBytes(DigestText.Render(digest)))),
            ("plain text", (digest, bytes) => bytes.Write(Encoding.UTF8.GetBytes(DigestPlainText.Render(digest, _frame)))),
            (
                "JSON",
                (digest, bytes) => JsonSerializer.Serialize(bytes, DigestView.Of(digest, _frame, Label(digest)), JsonSerializerOptions.Web)
            ),
        ];

    /// <summary>The feed once, in three formats, and the page; each whole in memory, as the service has an answer.</summary>
    /// <returns>Bytes of each.</returns>
    public int[] Four(Digest digest)
    {
        var feed = Feed(digest);
        return
        [
            LengthOf(bytes => SyndicationFeeds.RenderRss(feed, bytes)),
            LengthOf(bytes => SyndicationFeeds.RenderAtom(feed, bytes)),
            LengthOf(bytes => JsonFeedDocument.Render(feed, bytes)),
            LengthOf(bytes => Page(digest, bytes)),
        ];
    }

    public static int LengthOf(Action<Stream> render)
    {
        using var bytes = AnswerBuffers.Take();
        render(bytes);
        return (int)bytes.Length;
    }

    public FeedDocument Feed(Digest digest) =>
        _feed.Of(
            FeedTopic.All,
            [.. digest.InOrder()],
            new Dictionary<DateOnly, DateTimeOffset> { [digest.Date] = digest.PublishedAt },
            digest.Revisions
        );

    public void Dispose() => _services.Dispose();

    /// <summary>Written as the service does it: into a stream, without a string of the whole.</summary>
    private void Page(Digest digest, Stream bytes)
    {
        using var renderer = new HtmlRenderer(_services, NullLoggerFactory.Instance);
        var parameters = ParameterView.FromDictionary(
            new Dictionary<string, object?>
            {
                [nameof(DigestPage.Frame)] = _frame,
                [nameof(DigestPage.Digest)] = digest,
                [nameof(DigestPage.Neighbours)] = Neighbours,
                [nameof(DigestPage.Aigc)] = Label(digest)?.Metadata(),
            }
        );
        using var writer = new StreamWriter(bytes, bufferSize: 16_384, leaveOpen: true);
        renderer
            .Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<DigestPage>(parameters)).WriteHtmlTo(writer))
            .GetAwaiter()
            .GetResult();
    }

    private static GeneratedLabel? Label(Digest digest) => GeneratedLabel.Of(Settings, digest.PackId);
}
