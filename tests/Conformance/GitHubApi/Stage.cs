using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NewsEducator.Collector;
using NewsEducator.Collector.Addresses;
using NewsEducator.Collector.Connectors;
using NewsEducator.Collector.Connectors.GitHub;
using NewsEducator.Collector.Connectors.Http;

namespace NewsEducator.Conformance.GitHubApi;

/// <summary>A real HTTP server in GitHub's place, and the product's own client in front of it.</summary>
internal sealed class Stage : IAsyncDisposable, IHostGate
{
    private readonly WebApplication _server;
    private readonly ServiceProvider _services;
    private readonly Func<Asked, Exchange?> _answer;

    private Stage(WebApplication server, Func<Asked, Exchange?> answer)
    {
        (_server, _answer) = (server, answer);
        server.Run(AnswerAsync);
        ((IHost)server).Start();
        _services = Client();
    }

    public ConcurrentQueue<Asked> Requests { get; } = new();

    public ConcurrentQueue<RateLimitSignal> Pauses { get; } = new();

    public Uri Address => new(_server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    /// <param name="answer">To each request; null for one that is empty and fine.</param>
    public static Stage Set(Func<Asked, Exchange?> answer)
    {
        // Empty, here and below: the usual builders watch files, and a machine lets a user watch few.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        return new Stage(builder.Build(), answer);
    }

    public Task<IReadOnlyList<ItemFacts>> ListAsync(string kind, string target) =>
        new ConnectorCatalog(_services.GetServices<IConnector>())
            .Source(kind)
            .ListAsync(target, DateTimeOffset.UnixEpoch, CancellationToken.None);

    public Task<FetchedItem> FetchAsync(string url)
    {
        var address = ItemAddress.Of(url) ?? throw new InvalidDataException($"{url} is no item's address");
        return _services.GetServices<IConnector>().First(each => each.ItemKind == address.Kind).FetchAsync(address, CancellationToken.None);
    }

    /// <summary>What the product makes of a request that fails.</summary>
    /// <returns>Null where it did not fail, or with something that is not the upstream's doing.</returns>
    public static async Task<UpstreamFault?> FaultOfAsync(Func<Task> ask)
    {
        try
        {
            await ask();
            return null;
        }
        catch (Exception error)
        {
            return UpstreamFault.Of(error, TimeProvider.System.GetUtcNow());
        }
    }

    public Task<IHostTurn> EnterAsync(HostPool pool, CancellationToken cancellationToken) => Task.FromResult<IHostTurn>(new Turn(this));

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _server.DisposeAsync();
    }

    private ServiceProvider Client()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Configuration.AddInMemoryCollection(
            new Dictionary<string, string?> { ["Upstreams:GitHub"] = Address.ToString(), ["Resilience:Retry:Delay"] = "00:00:00.010" }
        );
        builder.Services.AddOptions<UpstreamOptions>().BindConfiguration(UpstreamOptions.Section);
        builder.Services.AddOptions<CollectorOptions>().BindConfiguration(CollectorOptions.Section);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<IHostGate>(this);
        builder.AddGitHub();
        return builder.Services.BuildServiceProvider();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var asked = new Asked(
            Requests.Count,
            context.Request.Path + context.Request.QueryString,
            await reader.ReadToEndAsync(),
            context.Request.Headers.IfNoneMatch.ToString(),
            context.Request.Headers.IfModifiedSince.ToString()
        );
        Requests.Enqueue(asked);
        context.Response.ContentType = "application/json; charset=utf-8";
        if (_answer(asked) is not { } exchange)
        {
            await context.Response.WriteAsync(asked.Path.StartsWith("/search", StringComparison.Ordinal) ? """{"items":[]}""" : "[]");
            return;
        }

        context.Response.StatusCode = exchange.Status;
        foreach (var name in exchange.HeaderNames.Where(IsOfTheAnswer))
        {
            context.Response.Headers[name] = exchange
                .Header(name)!
                .Replace("https://api.github.com/", Address.ToString(), StringComparison.Ordinal);
        }

        if (exchange.Status != StatusCodes.Status304NotModified)
        {
            await context.Response.WriteAsync(exchange.Text, Encoding.UTF8);
        }
    }

    // The rest is the connection's, and the server's own to say.
    private static bool IsOfTheAnswer(string name) =>
        name.ToUpperInvariant() is "ETAG" or "LAST-MODIFIED" or "LINK" or "LOCATION" or "RETRY-AFTER" or "CACHE-CONTROL" or "CONTENT-TYPE"
        || name.StartsWith("x-", StringComparison.OrdinalIgnoreCase);

    private sealed class Turn(Stage stage) : IHostTurn
    {
        public Task AnsweredAsync(RateLimitSignal? pause)
        {
            if (pause is not null)
            {
                stage.Pauses.Enqueue(pause);
            }

            return Task.CompletedTask;
        }

        public ValueTask DisposeAsync() => default;
    }
}

/// <param name="Number">From 0.</param>
/// <param name="Path">With query.</param>
/// <param name="Body">Of the request.</param>
/// <param name="IfNoneMatch">Empty where it was not sent.</param>
/// <param name="IfModifiedSince">Empty where it was not sent.</param>
internal sealed record Asked(int Number, string Path, string Body, string IfNoneMatch, string IfModifiedSince);
