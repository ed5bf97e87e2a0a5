using System.Net.Http.Headers;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NewsEducator.ServiceDefaults.Data;

namespace NewsEducator.Testing;

/// <summary>A service as it starts, in this process.</summary>
/// <typeparam name="TEntry">Any type of the service.</typeparam>
/// <typeparam name="TDb">Its database, which names its connection string.</typeparam>
/// <param name="home">What it stores and receives.</param>
/// <param name="settings">They win over those of every test of the service.</param>
public abstract class ServiceApp<TEntry, TDb>(ServiceHome home, IEnumerable<(string Key, string Value)> settings)
    : WebApplicationFactory<TEntry>
    where TEntry : class
    where TDb : ServiceDb
{
    public ServiceHome Home { get; } = home;

    protected IReadOnlyList<(string Key, string Value)> Settings { get; } = [.. settings];

    /// <summary>Ends the process and leaves its neighbours, its database and its queues.</summary>
    public ValueTask StopAsync() => base.DisposeAsync();

    public HttpClient ClientOf(string token)
    {
        var client = CreateClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    public async Task<T> WithDbAsync<T>(Func<TDb, Task<T>> work)
    {
        await using var scope = Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<TDb>());
    }

    /// <summary>Starts it and waits until its queues are there.</summary>
    protected async Task BeginAsync()
    {
        StartServer();
        using var anybody = CreateClient();
        await Eventually.HealthyAsync(anybody);
    }

    /// <summary>The settings of every test of the service.</summary>
    protected abstract IEnumerable<(string Key, string Value)> Usual();

    /// <summary>Somebody with the local token, another service, and a person who may only look.</summary>
    protected static IEnumerable<(string Key, string Value)> Tokens() =>
        [
            ("Auth:LocalToken", "operator"),
            ("Auth:ServiceToken", "service"),
            ("Auth:People:0:Name", "vera"),
            ("Auth:People:0:Role", "viewer"),
            ("Auth:People:0:Token", "viewer"),
        ];

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        builder.UseSetting($"ConnectionStrings:{typeof(TDb).Name.ToLowerInvariant()}", Home.Database);
        builder.UseSetting("ConnectionStrings:messaging", Home.Messaging);
        foreach (var (key, value) in Usual().Concat(Settings))
        {
            builder.UseSetting(key, value);
        }

        builder.ConfigureServices(services => services.AddLogging(logging => logging.ClearProviders()));
    }
}
