using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace NewsEducator.ServiceDefaults.Hosting;

/// <summary>A stop waits for the requests in hand, but not for those that take minutes, such as the poll of a long source: they are
/// cancelled after a while, and their caller may ask another replica.</summary>
internal static class LastRequests
{
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    public static void EndLastRequests(this WebApplication app)
    {
        var time = app.Services.GetService<TimeProvider>() ?? TimeProvider.System;
        var ending = new CancellationTokenSource();
        app.Lifetime.ApplicationStopping.Register(() => _ = CancelAsync(ending, time, app.Lifetime.ApplicationStopped));
        app.Use((http, next) => RunAsync(http, next, ending.Token));
    }

    private static async Task RunAsync(HttpContext http, RequestDelegate next, CancellationToken ending)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, ending);
        http.RequestAborted = either.Token;
        try
        {
            await next(http);
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested && !http.Response.HasStarted)
        {
            http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        }
    }

    private static async Task CancelAsync(CancellationTokenSource ending, TimeProvider time, CancellationToken stopped)
    {
        await Task.Delay(Grace, time, stopped).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await ending.CancelAsync();
    }
}
