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
    public IReadOnlyList<(string Name, Func<Digest, byte[]> Render)> Each =>
        [
            ("RSS 2.0", digest => SyndicationFeeds.RenderRss(Feed(digest))),
            ("Atom 1.0", digest => SyndicationFeeds.RenderAtom(Feed(digest))),
            ("JSON Feed 1.1", digest => JsonFeedDocument.Render(Feed(digest))),
            ("HTML page", Page),
            ("Markdown", digest => Encoding.UTF8.GetBytes(DigestText.Render(digest))),
            ("plain text", digest => Encoding.UTF8.GetBytes(DigestPlainText.Render(digest, _frame))),
            (
                "JSON",
                digest => JsonSerializer.SerializeToUtf8Bytes(DigestView.Of(digest, _frame, Label(digest)), JsonSerializerOptions.Web)
            ),
        ];

    /// <summary>The feed once, in three formats, and the page.</summary>
    public byte[][] Four(Digest digest)
    {
        var feed = Feed(digest);
        return [SyndicationFeeds.RenderRss(feed), SyndicationFeeds.RenderAtom(feed), JsonFeedDocument.Render(feed), Page(digest)];
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
    private byte[] Page(Digest digest)
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
        using var bytes = new MemoryStream();
        using (var writer = new StreamWriter(bytes, bufferSize: 16_384, leaveOpen: true))
        {
            renderer
                .Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<DigestPage>(parameters)).WriteHtmlTo(writer))
                .GetAwaiter()
                .GetResult();
        }

        return bytes.ToArray();
    }

    private static GeneratedLabel? Label(Digest digest) => GeneratedLabel.Of(Settings, digest.PackId);
}
