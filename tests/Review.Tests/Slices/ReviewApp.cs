using System.Net.Http.Headers;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NewsEducator.Contracts;
using NewsEducator.Review.Data;
using NewsEducator.ServiceDefaults.Messaging;
using NewsEducator.Testing;

namespace NewsEducator.Review.Tests.Slices;

/// <summary>The service with a database and a virtual host of its own. A person's token is the name of the role.</summary>
internal sealed class ReviewApp : WebApplicationFactory<ReviewOptions>
{
    private static readonly string[] Roles = ["viewer", "reviewer", "editor", "operator"];

    private readonly string _database;
    private readonly string _messaging;
    private readonly IReadOnlyDictionary<string, string> _settings;
    private TimeProvider? _time;
    private bool _isReplica;

    private ReviewApp(string database, string messaging, Neighbours neighbours, IReadOnlyDictionary<string, string> settings) =>
        (_database, _messaging, Neighbours, _settings) = (database, messaging, neighbours, settings);

    public Neighbours Neighbours { get; }

    /// <param name="settings">Besides those that every test has, for example <c>("Review:PackSize", "3")</c>.</param>
    public static async Task<ReviewApp> StartAsync(params (string Key, string Value)[] settings)
    {
        var servers = await TestServers.StartAsync();
        var (database, messaging) = (await servers.NewDatabaseAsync(nameof(ReviewDb), MigrateAsync), await servers.NewVirtualHostAsync());
        return new ReviewApp(database, messaging, await Neighbours.StartAsync(messaging), settings.ToDictionary(setting => setting.Key, setting => setting.Value));
    }

    /// <summary>As it is delivered: its own settings, connections and tokens, and a clock of the test.</summary>
    public static async Task<ReviewApp> StartShippedAsync(TimeProvider time)
    {
        var app = await StartAsync();
        app._time = time;
        return app;
    }

    /// <summary>A second process at the same database and queues.</summary>
    public WebApplicationFactory<ReviewOptions> StartReplica()
    {
        var replica = new ReviewApp(_database, _messaging, Neighbours, _settings) { _isReplica = true };
        _ = replica.Server;
        return replica;
    }

    public HttpClient ClientOf(string role)
    {
        var client = CreateClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", role);
        return client;
    }

    /// <summary>Comes in as a neighbour's message; through an outbox, which waits until this service's queue is there.</summary>
    public Task SendAsync<T>(T message)
        where T : class, IMessage => WithDbAsync(db =>
    {
        db.Publish(message);
        return db.SaveChangesAsync();
    });

    /// <summary>Waits until everything that was published so far has arrived at the neighbours.</summary>
    public async Task DeliveredAsync()
    {
        await Eventually.GetAsync(
            () => WithDbAsync(db => db.Database.SqlQuery<int>($"SELECT count(*)::int AS \"Value\" FROM outbox").SingleAsync()), waiting => waiting == 0);
        var last = new ItemSkipped { CandidateId = Guid.NewGuid(), ItemId = Guid.Empty, PackDate = default, SkippedBy = "", SkippedAt = default };
        await SendAsync(last);
        await Neighbours.ReceivedAsync<ItemSkipped>(message => message.CandidateId == last.CandidateId);
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        // A replica shares those of the service that it is a replica of.
        if (!_isReplica)
        {
            await Neighbours.DisposeAsync();
        }
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(_settings.GetValueOrDefault("environment", "Production"));
        builder.UseSetting("ConnectionStrings:reviewdb", _database);
        builder.UseSetting("ConnectionStrings:messaging", _messaging);
        builder.UseSetting("Signing:KeyId", TestSigning.KeyId);
        builder.UseSetting("Signing:PrivateKey", TestSigning.Private);
        builder.UseSetting("services:collector:http:0", Neighbours.CollectorAddress);
        foreach (var (index, role) in Roles.Index())
        {
            builder.UseSetting($"Auth:People:{index}:Name", $"the {role}");
            builder.UseSetting($"Auth:People:{index}:Role", role);
            builder.UseSetting($"Auth:People:{index}:Token", role);
        }

        if (_time is not null)
        {
            builder.ConfigureServices(services => services.AddLogging(logging => logging.ClearProviders()).AddSingleton(_time));
            return;
        }

        builder.UseSetting("RateLimit:Burst", "100000");
        builder.UseSetting("Review:SettleAtMost", "00:00:00");
        builder.UseSetting("Review:ReleaseHold", "00:00:00");
        builder.UseSetting("Review:AnswerWithin", "00:00:00.100");
        foreach (var (key, value) in _settings)
        {
            builder.UseSetting(key, value);
        }

        builder.ConfigureServices(services => services.AddLogging(logging => logging.ClearProviders()));
    }

    internal async Task<T> WithDbAsync<T>(Func<ReviewDb, Task<T>> work)
    {
        await using var scope = Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<ReviewDb>());
    }

    private static async Task MigrateAsync(string database)
    {
        using var signal = new OutboxSignal();
        await using var db = new ReviewDb(new DbContextOptionsBuilder<ReviewDb>().UseNpgsql(database).Options, signal, TimeProvider.System);
        await db.Database.MigrateAsync();
    }
}
