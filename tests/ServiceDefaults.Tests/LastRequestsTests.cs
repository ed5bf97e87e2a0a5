using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using NewsEducator.ServiceDefaults.Hosting;
using NewsEducator.Testing;

namespace NewsEducator.ServiceDefaults.Tests;

/// <summary>Requests that are in work while their service stops.</summary>
public sealed class LastRequestsTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly TaskCompletionSource _begun = new();
    private readonly TaskCompletionSource _finish = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_stop_waits_for_a_request_and_ends_one_that_takes_too_long()
    {
        await using var app = await StartAsync();
        using var http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        var shorter = http.GetAsync(new Uri("/short", UriKind.Relative), Cancel);
        var endless = http.GetAsync(new Uri("/endless", UriKind.Relative), Cancel);
        await _begun.Task;

        var stop = app.StopAsync(Cancel);
        _finish.SetResult();

        (await shorter).StatusCode.ShouldBe(HttpStatusCode.OK);
        stop.IsCompleted.ShouldBeFalse();
        _time.Advance(LastRequests.Grace);
        (await endless).StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        await stop;
    }

    private async Task<WebApplication> StartAsync()
    {
        var begun = 0;
        var app = LoopbackHttp.New(services => services.AddSingleton<TimeProvider>(_time));
        app.EndLastRequests();
        app.MapGet(
            "/short",
            async () =>
            {
                Begin();
                await _finish.Task;
            }
        );
        app.MapGet(
            "/endless",
            async (CancellationToken cancellationToken) =>
            {
                Begin();
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
            }
        );
        await app.StartAsync(Cancel);
        return app;

        void Begin()
        {
            if (Interlocked.Increment(ref begun) == 2)
            {
                _begun.SetResult();
            }
        }
    }
}
