using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using NewsEducator.ServiceDefaults.Data;
using NewsEducator.Testing;

namespace NewsEducator.Fuzzing.Services;

/// <summary>A real service with its own database and broker and one stub for all its neighbours.</summary>
internal sealed class FuzzedService<TEntry, TDb>(ServiceHome home, IEnumerable<(string Key, string Value)> settings)
    : ServiceApp<TEntry, TDb>(home, settings)
    where TEntry : class
    where TDb : ServiceDb
{
    private static readonly string[] Neighbours = ["collector", "compliance", "review", "publisher", "summarizer"];

    private static readonly string[] Upstreams = ["GitHub", "YouTube", "YouTubeData", "HuggingFace", "Web"];

    private static readonly string Address = Neighbour.Start();

    public async Task<RunningService> StartAsync()
    {
        await BeginAsync();
        var client = CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        client.DefaultRequestHeaders.Authorization = new("Bearer", "operator");
        var other = CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        other.DefaultRequestHeaders.Authorization = new("Bearer", "service");
        var formToken = await PageSignIn.TryAsync(client);
        return new RunningService(
            client,
            other,
            formToken,
            [.. Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()],
            this
        );
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseContentRoot(Repository.In($"services/{typeof(TEntry).Assembly.GetName().Name!.Split('.')[^1]}"));
    }

    protected override IEnumerable<(string Key, string Value)> Usual() =>
        [
            .. Tokens(),
            .. Neighbours.Select(name => ($"services:{name}:http:0", Address)),
            .. Upstreams.Select(name => ($"Upstreams:{name}", $"{Address}/")),
            ("Resilience:Retry:Delay", "00:00:00.001"),
        ];
}

/// <summary>A service that answers.</summary>
/// <param name="Operator">A person who may do everything.</param>
/// <param name="Neighbour">Another service.</param>
/// <param name="FormToken">Of the forms of its pages; null where it has none.</param>
/// <param name="Endpoints">All its routes.</param>
/// <param name="App">Ends it.</param>
internal sealed record RunningService(
    HttpClient Operator,
    HttpClient Neighbour,
    string? FormToken,
    IReadOnlyList<RouteEndpoint> Endpoints,
    IAsyncDisposable App
) : IAsyncDisposable
{
    private readonly ConcurrentDictionary<int, int> _answers = [];

    /// <summary>Shows whether requests come through: <c>200: 512, 400: 1,308, …</c></summary>
    public string AnswersByStatus =>
        string.Join(
            ", ",
            _answers.OrderBy(each => each.Key).Select(each => string.Create(CultureInfo.InvariantCulture, $"{each.Key}: {each.Value:N0}"))
        );

    public void Count(int status) => _answers.AddOrUpdate(status, 1, (_, count) => count + 1);

    public async ValueTask DisposeAsync()
    {
        Operator.Dispose();
        Neighbour.Dispose();
        await App.DisposeAsync();
    }
}
