using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;

namespace NewsEducator.ServiceDefaults.Tests;

/// <summary>A service of nothing but the defaults, on a loopback port. Its operator's token is <c>operator</c>, its viewer's
/// <c>viewer</c>.</summary>
internal sealed class EmptyService : IAsyncDisposable
{
    private readonly WebApplication _app;

    private EmptyService(WebApplication app)
    {
        _app = app;
        Http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
    }

    public HttpClient Http { get; }

    public IReadOnlyList<FakeLogRecord> Logged => _app.Services.GetRequiredService<FakeLogCollector>().GetSnapshot();

    /// <param name="map">Its endpoints.</param>
    /// <param name="settings">Besides the tokens.</param>
    public static async Task<EmptyService> StartAsync(Action<WebApplication> map, params (string Key, string? Value)[] settings)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration["Auth:LocalToken"] = "operator";
        builder.Configuration["Auth:People:0:Name"] = "ann";
        builder.Configuration["Auth:People:0:Role"] = "viewer";
        builder.Configuration["Auth:People:0:Token"] = "viewer";
        foreach (var (key, value) in settings)
        {
            builder.Configuration[key] = value;
        }

        builder.Logging.ClearProviders().AddFakeLogging();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.AddServiceDefaults();
        var app = builder.Build();
        app.UseServiceDefaults();
        map(app);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new EmptyService(app);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.DisposeAsync();
    }
}
