using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace NewsEducator.Benchmarks.Polls;

/// <summary>Serves one feed of 25 entries under every address, with a tag, and counts what it sends: status line, headers and
/// body.</summary>
internal sealed class FeedServer : IDisposable
{
    private const int StatusLine = 20;
    private const string Tag = "\"1\"";
    private static readonly byte[] Feed = Encoding.UTF8.GetBytes(Compose());

    private readonly WebApplication _app;
    private long _sent;

    private FeedServer(WebApplication app) => _app = app;

    public int Port =>
        new Uri(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()).Port;

    public long Sent => Interlocked.Read(ref _sent);

    public static FeedServer Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = new FeedServer(builder.Build());
        server._app.Run(server.AnswerAsync);
        server._app.StartAsync().GetAwaiter().GetResult();
        return server;
    }

    public void Dispose() => _app.DisposeAsync().AsTask().GetAwaiter().GetResult();

    private async Task AnswerAsync(HttpContext context)
    {
        context.Response.Headers.ETag = Tag;
        var isKnown = context.Request.Headers.IfNoneMatch == Tag;
        context.Response.StatusCode = isKnown ? StatusCodes.Status304NotModified : StatusCodes.Status200OK;
        context.Response.ContentType = isKnown ? null : "application/rss+xml; charset=utf-8";
        context.Response.ContentLength = isKnown ? null : Feed.Length;
        if (!isKnown)
        {
            await context.Response.Body.WriteAsync(Feed);
        }

        Interlocked.Add(
            ref _sent,
            StatusLine
                + context.Response.Headers.Sum(header => header.Key.Length + header.Value.ToString().Length + 4)
                + (isKnown ? 0 : Feed.Length)
        );
    }

    // Old entries: a poll that reads them all has nothing to fetch.
    private static string Compose() =>
        $"""
            <?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>Night shift</title><link>http://blog.example.org/</link>
            {string.Concat(Enumerable.Range(1, 25).Select(Entry))}</channel></rss>
            """;

    private static string Entry(int number) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"""
            <item><title>What broke, part {number}</title><link>http://blog.example.org/{number}</link><guid>http://blog.example.org/{number}</guid>
            <pubDate>Wed, 04 Mar 2015 08:15:00 GMT</pubDate><description>{string.Concat(
                Enumerable.Repeat("The lease expired twice and nobody noticed. ", 40)
            )}</description></item>

            """
        );
}
