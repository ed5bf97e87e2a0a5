using System.Net.Http.Headers;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using NewsEducator.ServiceDefaults.Messaging;
using NewsEducator.Summarizer.Data;
using NewsEducator.Summarizer.Summaries;
using NewsEducator.Testing;

namespace NewsEducator.Summarizer.Tests.Slices;

/// <summary>The service with a database and a virtual host of its own, between its neighbours.</summary>
internal sealed class SummarizerApp : WebApplicationFactory<SummarizeItem>
{
    private readonly string _database;
    private readonly string _messaging;

    private readonly (string Name, string Value)[] _settings;

    private SummarizerApp(string database, string messaging, Neighbours neighbours, (string, string)[] settings) =>
        (_database, _messaging, Neighbours, _settings) = (database, messaging, neighbours, settings);

    public Neighbours Neighbours { get; }

    public static async Task<SummarizerApp> StartAsync(params (string Name, string Value)[] settings)
    {
        var servers = await TestServers.StartAsync();
        var (database, messaging) = (await servers.NewDatabaseAsync(nameof(SummarizerDb), MigrateAsync), await servers.NewVirtualHostAsync());
        var app = new SummarizerApp(database, messaging, await Neighbours.StartAsync(messaging), settings);
        app.StartServer();
        using var anybody = app.CreateClient();
        await Eventually.HealthyAsync(anybody);
        return app;
    }

    public HttpClient ClientOf(string token)
    {
        var client = CreateClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Neighbours.DisposeAsync();
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("ConnectionStrings:summarizerdb", _database);
        builder.UseSetting("ConnectionStrings:messaging", _messaging);
        builder.UseSetting("services:collector:http:0", Neighbours.CollectorAddress);
        builder.UseSetting("Auth:LocalToken", "operator");
        builder.UseSetting("Auth:ServiceToken", "service");
        builder.UseSetting("Auth:People:0:Name", "vera");
        builder.UseSetting("Auth:People:0:Role", "viewer");
        builder.UseSetting("Auth:People:0:Token", "viewer");
        foreach (var (name, value) in _settings)
        {
            builder.UseSetting(name, value);
        }

        builder.ConfigureLogging(logging => logging.ClearProviders());
    }

    private static async Task MigrateAsync(string database)
    {
        using var signal = new OutboxSignal();
        await using var db = new SummarizerDb(new DbContextOptionsBuilder<SummarizerDb>().UseNpgsql(database).Options, signal, TimeProvider.System);
        await db.Database.MigrateAsync();
    }
}
