using System.IO.Compression;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using NewsEducator.Collector.Connectors;
using NewsEducator.Collector.Connectors.Http;

namespace NewsEducator.Collector.Tests.Upstreams;

/// <summary>What upstreams get wrong, over real HTTP: each ends in bounded time with a fault that can be read, none with a crash.</summary>
public sealed class BadUpstreamTests : IAsyncLifetime
{
    private const string Issue = "/github/repos/a/b/issues/1";
    private const int Cap = 256 * 1024;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private ConnectedUpstream _connected = null!;

    public async ValueTask InitializeAsync() =>
        _connected = await ConnectedUpstream.StartAsync(
            new Dictionary<string, string?>
            {
                ["Upstreams:LongestAnswer"] = $"{Cap}",
                ["Resilience:AttemptTimeout:Timeout"] = "00:00:00.300",
                ["Resilience:TotalRequestTimeout:Timeout"] = "00:00:01.500",
                ["Resilience:Retry:MaxRetryAttempts"] = "1",
            }
        );

    public ValueTask DisposeAsync() => _connected.DisposeAsync();

    public static TheoryData<string> Passing => [.. PassingFaults.Keys];

    public static TheoryData<string> Strange => [.. StrangeAnswers.Keys];

    // Another time it may be well: the poll comes back.
    private static readonly Dictionary<string, RequestDelegate> PassingFaults = new()
    {
        ["hangs before its headers"] = HangAsync,
        ["hangs after its headers"] = async context =>
        {
            await context.Response.StartAsync();
            await HangAsync(context);
        },
        ["hangs in the middle of its body"] = async context =>
        {
            await context.Response.WriteAsync("{\"html_url\":");
            await context.Response.Body.FlushAsync();
            await HangAsync(context);
        },
        ["drips a byte at a time"] = async context =>
        {
            foreach (var letter in GitHubJson.Issue("a/b", 1))
            {
                await context.Response.WriteAsync($"{letter}");
                await context.Response.Body.FlushAsync();
                await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, context.RequestAborted);
            }
        },
        ["closes before it answers"] = context =>
        {
            context.Abort();
            return Task.CompletedTask;
        },
        ["closes in the middle of its body"] = async context =>
        {
            await context.Response.WriteAsync("{\"html_url\":");
            await context.Response.Body.FlushAsync();
            context.Abort();
        },
        ["sends less than it announced"] = async context =>
        {
            context.Response.ContentLength = 5000;
            await context.Response.WriteAsync("{}");
            await context.Response.Body.FlushAsync();
            context.Abort();
        },
        ["sends gzip that is none"] = context =>
        {
            context.Response.Headers.ContentEncoding = "gzip";
            return context.Response.WriteAsync("{\"plain\":1}");
        },
        ["is overloaded"] = context => StatusAsync(context, 503),
        ["is behind a proxy that is broken"] = context => StatusAsync(context, 502),
        ["answers 429 without Retry-After"] = context => StatusAsync(context, 429),
        ["answers 429 with Retry-After"] = context =>
        {
            context.Response.Headers.RetryAfter = "300";
            return StatusAsync(context, 429);
        },
        ["answers 429 with a Retry-After that is nonsense"] = context =>
        {
            context.Response.Headers.RetryAfter = "soon";
            return StatusAsync(context, 429);
        },
        ["answers 503 with Retry-After as a date"] = context =>
        {
            context.Response.Headers.RetryAfter = TimeProvider
                .System.GetUtcNow()
                .AddMinutes(5)
                .ToString("R", System.Globalization.CultureInfo.InvariantCulture);
            return StatusAsync(context, 503);
        },
        ["wants a token"] = context => StatusAsync(context, 401),
        ["answers with a status that does not exist"] = context => StatusAsync(context, 599),
    };

    // It answers, but with nothing that asking again would better.
    private static readonly Dictionary<string, RequestDelegate> StrangeAnswers = new()
    {
        ["redirects to itself"] = context => RedirectAsync(context, Issue),
        ["redirects from one to the other and back"] = context => RedirectAsync(context, $"{Issue}?{Guid.NewGuid():N}"),
        ["redirects to nowhere"] = context => StatusAsync(context, 301),
        ["redirects to another scheme"] = context => RedirectAsync(context, "file:///etc/passwd"),
        ["redirects into a private network"] = context => RedirectAsync(context, "http://169.254.169.254/latest/meta-data"),
        ["answers 304 to what was never asked before"] = context => StatusAsync(context, 304),
        ["sends an endless body"] = async context =>
        {
            var block = Encoding.ASCII.GetBytes(new string(' ', 64 * 1024));
            while (!context.RequestAborted.IsCancellationRequested)
            {
                await context.Response.Body.WriteAsync(block, context.RequestAborted);
            }
        },
        ["announces five gigabytes"] = async context =>
        {
            context.Response.ContentLength = 5_000_000_000;
            await context.Response.WriteAsync("{");
            await context.Response.Body.FlushAsync();
            await HangAsync(context);
        },
        ["sends a gzip bomb"] = context => BombAsync(context, "gzip", body => new GZipStream(body, CompressionLevel.Fastest)),
        ["sends a brotli bomb"] = context => BombAsync(context, "br", body => new BrotliStream(body, CompressionLevel.Fastest)),
        ["sends nothing at all"] = _ => Task.CompletedTask,
        ["sends a page instead of JSON"] = context => context.Response.WriteAsync("<html>Unicorn!</html>"),
        ["sends half a JSON"] = context => context.Response.WriteAsync("{\"html_url\":\"https://github.com/a/b/issues/1\""),
        ["sends JSON of another kind"] = context => context.Response.WriteAsync("[1,2,3]"),
        ["sends JSON nested ten thousand deep"] = context => context.Response.WriteAsync(new string('[', 10_000)),
        ["sends bytes that are no UTF-8"] = context => context.Response.Body.WriteAsync(new byte[] { 0xFF, 0xFE, 0x80, 0x81 }).AsTask(),
        ["lies about its charset"] = context =>
        {
            context.Response.ContentType = "application/json; charset=utf-16";
            return context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes("{\"title\":\"é\"}")).AsTask();
        },
        ["sends gzip that ends early"] = async context =>
        {
            context.Response.Headers.ContentEncoding = "gzip";
            var whole = Compressed(GitHubJson.Issue("a/b", 1));
            await context.Response.Body.WriteAsync(whole.AsMemory(0, whole.Length / 2));
        },
        ["is gone"] = context => StatusAsync(context, 410),
    };

    [Theory]
    [MemberData(nameof(Passing))]
    public async Task An_upstream_that_may_be_well_again_is_asked_again_later(string fault)
    {
        var found = await FaultAsync(PassingFaults[fault]);
        found.Lasting.ShouldBeFalse(found.Detail);
    }

    [Theory]
    [MemberData(nameof(Strange))]
    public async Task An_answer_that_is_none_is_asked_for_again_as_well_and_only_what_is_gone_lasts(string fault)
    {
        var found = await FaultAsync(StrangeAnswers[fault]);
        found.Lasting.ShouldBe(fault == "is gone", found.Detail);
    }

    [Fact]
    public async Task An_upstream_that_no_longer_answers_304_is_read_anew()
    {
        _connected.Server.Serve("/github/repos/a/b/issues", "[]");
        var conditional = ConditionalRequest.Begin(
            new Validators(new Uri(_connected.Server.Address, "/github/repos/a/b/issues").AbsoluteUri, "\"gone\"", null)
        );
        (await _connected.ListAsync("github-issues", "a/b", Some.Now)).ShouldBeEmpty();
        (conditional.NotModified, conditional.Validators).ShouldBe((false, null));
    }

    private async Task<UpstreamFault> FaultAsync(RequestDelegate answer)
    {
        _connected.Server.On(Issue, answer);
        var start = TimeProvider.System.GetTimestamp();
        var error = await Should.ThrowAsync<Exception>(() =>
            _connected.FetchAsync("https://github.com/a/b/issues/1").WaitAsync(Patience, TimeProvider.System)
        );
        TimeProvider.System.GetElapsedTime(start).ShouldBeLessThan(Patience);
        var fault = UpstreamFault.Of(error, TimeProvider.System.GetUtcNow());
        return fault.ShouldNotBeNull($"{error.GetType().Name}: {error.Message}");
    }

    private static Task HangAsync(HttpContext context) => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted);

    private static Task StatusAsync(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }

    private static Task RedirectAsync(HttpContext context, string target)
    {
        context.Response.Redirect(target);
        return Task.CompletedTask;
    }

    private static async Task BombAsync(HttpContext context, string encoding, Func<Stream, Stream> compress)
    {
        context.Response.Headers.ContentEncoding = encoding;
        context.Features.Get<IHttpResponseBodyFeature>()!.DisableBuffering();
        await using var body = compress(context.Response.Body);
        var zeros = new byte[1 << 20];
        for (var megabyte = 0; megabyte < 64; megabyte++)
        {
            await body.WriteAsync(zeros, context.RequestAborted);
        }
    }

    private static byte[] Compressed(string text)
    {
        using var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionLevel.Fastest))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return bytes.ToArray();
    }
}
