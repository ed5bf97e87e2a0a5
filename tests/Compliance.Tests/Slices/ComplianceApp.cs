using System.Net.Http.Headers;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using NewsEducator.ServiceDefaults.Messaging;
using NewsEducator.Compliance.Data;
using NewsEducator.Compliance.Screenings;
using NewsEducator.Testing;

namespace NewsEducator.Compliance.Tests.Slices;

/// <summary>The service with a database and a virtual host of its own, between its neighbours.</summary>
internal sealed class ComplianceApp : WebApplicationFactory<ScreenSummary>
{
    private readonly string _database;
    private readonly string _messaging;

    private ComplianceApp(string database, string messaging, Neighbours neighbours) =>
        (_database, _messaging, Neighbours) = (database, messaging, neighbours);

    public Neighbours Neighbours { get; }

    public static async Task<ComplianceApp> StartAsync()
    {
        var servers = await TestServers.StartAsync();
        var (database, messaging) = (servers.NewDatabase(), await servers.NewVirtualHostAsync());
        using var signal = new OutboxSignal();
        await using var db = new ComplianceDb(new DbContextOptionsBuilder<ComplianceDb>().UseNpgsql(database).Options, signal, TimeProvider.System);
        await db.Database.MigrateAsync();
        var app = new ComplianceApp(database, messaging, await Neighbours.StartAsync(messaging));
        app.StartServer();
        using var anybody = app.CreateClient();
        // Before its queues are there, a message that a neighbour sends would be lost.
        await Eventually.GetAsync(() => anybody.GetAsync("/health"), answer => answer.IsSuccessStatusCode, "the service to be ready");
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
        builder.UseSetting("ConnectionStrings:compliancedb", _database);
        builder.UseSetting("ConnectionStrings:messaging", _messaging);
        builder.UseSetting("services:collector:http:0", Neighbours.CollectorAddress);
        builder.UseSetting("Auth:LocalToken", "operator");
        builder.UseSetting("Auth:ServiceToken", "service");
        builder.UseSetting("Auth:People:0:Name", "vera");
        builder.UseSetting("Auth:People:0:Role", "viewer");
        builder.UseSetting("Auth:People:0:Token", "viewer");
        builder.ConfigureLogging(logging => logging.ClearProviders());
    }
}
