using System.Net.Http.Headers;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
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
    private readonly IReadOnlyDictionary<string, string> _settings;

    private ComplianceApp(string database, string messaging, Neighbours neighbours, IReadOnlyDictionary<string, string>? settings) =>
        (_database, _messaging, Neighbours, _settings) = (database, messaging, neighbours, settings ?? new Dictionary<string, string>());

    public Neighbours Neighbours { get; }

    public string Database => _database;

    /// <param name="settings">Set besides what every test has.</param>
    public static async Task<ComplianceApp> StartAsync(IReadOnlyDictionary<string, string>? settings = null)
    {
        var servers = await TestServers.StartAsync();
        var (database, messaging) = (await servers.NewDatabaseAsync(nameof(ComplianceDb), MigrateAsync), await servers.NewVirtualHostAsync());
        var app = new ComplianceApp(database, messaging, await Neighbours.StartAsync(messaging), settings);
        await app.BeginAsync();
        return app;
    }

    /// <summary>A further process of the same service, or the same one after a restart. Dispose of it before its first.</summary>
    public async Task<ComplianceApp> ReplicaAsync(IReadOnlyDictionary<string, string>? settings = null)
    {
        var replica = new ComplianceApp(_database, _messaging, Neighbours, settings) { IsReplica = true };
        await replica.BeginAsync();
        return replica;
    }

    private bool IsReplica { get; init; }

    private async Task BeginAsync()
    {
        StartServer();
        using var anybody = CreateClient();
        await Eventually.HealthyAsync(anybody);
    }

    /// <summary>Waits until the service knows what became of a candidate.</summary>
    public async Task StandingAsync(Guid candidateId)
    {
        await using var scope = Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ComplianceDb>();
        await Eventually.GetAsync(
            () => db.Standings.AsNoTracking().FirstOrDefaultAsync(standing => standing.CandidateId == candidateId),
            standing => standing is not null && (standing.PublishedAt is null || standing.Content is not null), "the candidate's standing");
    }

    /// <summary>Ends the process and leaves its neighbours, its database and its queues.</summary>
    public ValueTask StopAsync() => base.DisposeAsync();

    public HttpClient ClientOf(string token)
    {
        var client = CreateClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (!IsReplica)
        {
            await Neighbours.DisposeAsync();
        }
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
        foreach (var (setting, value) in _settings)
        {
            builder.UseSetting(setting, value);
        }

        builder.ConfigureLogging(logging => logging.ClearProviders());
    }

    private static async Task MigrateAsync(string database)
    {
        using var signal = new OutboxSignal();
        await using var db = new ComplianceDb(new DbContextOptionsBuilder<ComplianceDb>().UseNpgsql(database).Options, signal, TimeProvider.System);
        await db.Database.MigrateAsync();
    }
}
