using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NewsEducator.Contracts;
using NewsEducator.ServiceDefaults.Data;
using NewsEducator.ServiceDefaults.Messaging;
using NewsEducator.Testing;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace NewsEducator.ServiceDefaults.Tests;

/// <summary>The smallest service there can be, on a real database and broker.</summary>
internal sealed class LedgerService : IAsyncDisposable
{
    private readonly WebApplication _app;

    private LedgerService(WebApplication app) => _app = app;

    public Attempts Attempts => _app.Services.GetRequiredService<Attempts>();

    public static async Task<(string Database, string Messaging)> NewGroundAsync()
    {
        var servers = await TestServers.StartAsync();
        return (servers.NewDatabase(), await servers.NewVirtualHostAsync());
    }

    public static async Task<LedgerService> StartAsync(
        string database,
        string messaging,
        Attempts? attempts = null,
        IEnumerable<KeyValuePair<string, string?>>? settings = null,
        bool consumes = true,
        string service = "ledger",
        Action<WebApplicationBuilder, IBusRegistrationConfigurator>? add = null,
        Action<WebApplication>? map = null,
        bool getsHealthy = true
    )
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration["ConnectionStrings:ledgerdb"] = database;
        builder.Configuration["ConnectionStrings:messaging"] = messaging;
        builder.Configuration["Auth:LocalToken"] = "token";
        builder.Configuration["Auth:ServiceToken"] = "services";
        builder.Configuration["Auth:People:0:Name"] = "ann";
        builder.Configuration["Auth:People:0:Role"] = "reviewer";
        builder.Configuration["Auth:People:0:Token"] = "reviewer-token";
        builder.Configuration.AddInMemoryCollection(settings ?? []);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Configuration["URLS"] = "http://127.0.0.1:0";
        builder.AddServiceDefaults();
        builder.AddDatabase<LedgerDb>("ledgerdb");
        builder.AddBus<LedgerDb>(
            service,
            bus =>
            {
                add?.Invoke(builder, bus);
                if (consumes && add is null)
                {
                    bus.AddConsumer<PostOrder>();
                    bus.AddConsumer<CountPosted>();
                }
            }
        );
        builder.Services.AddSingleton(attempts ?? new Attempts());
        var app = builder.Build();
        await using (var scope = app.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<LedgerDb>().Database.EnsureCreatedAsync();
        }

        app.UseServiceDefaults();
        app.MapDefaultEndpoints();
        map?.Invoke(app);
        await app.StartAsync();
        var started = new LedgerService(app);
        if (getsHealthy)
        {
            using var client = started.Client();
            await Eventually.HealthyAsync(client);
        }

        return started;
    }

    public string Address => _app.Urls.First();

    public HttpClient Client(string token = "token")
    {
        var http = new HttpClient { BaseAddress = new Uri(_app.Urls.First()) };
        http.DefaultRequestHeaders.Authorization = new("Bearer", token);
        return http;
    }

    public async Task<T> WithDbAsync<T>(Func<LedgerDb, Task<T>> work)
    {
        await using var scope = _app.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<LedgerDb>());
    }

    public Task PublishAsync<T>(T message)
        where T : class, IMessage =>
        WithDbAsync(async db =>
        {
            db.Publish(message);
            return await db.SaveChangesAsync();
        });

    /// <summary>Past the outbox, as a broker's redelivery comes.</summary>
    public Task RedeliverAsync(Ordered message) =>
        _app.Services.GetRequiredService<IBus>().Publish(message, context => context.MessageId = ItemIds.From(message.NaturalKey));

    public static async Task<bool> IsQueueAsync(string messaging, string name)
    {
        await using var connection = await new ConnectionFactory { Uri = new Uri(messaging) }.CreateConnectionAsync();
        await using var channel = await connection.CreateChannelAsync();
        try
        {
            await channel.QueueDeclarePassiveAsync(name);
            return true;
        }
        catch (OperationInterruptedException missing) when (missing.ShutdownReason?.ReplyCode == 404)
        {
            return false;
        }
    }

    public Task<int> OutboxAsync() =>
        WithDbAsync(db => db.Database.SqlQuery<int>($"SELECT count(*)::int AS \"Value\" FROM outbox").SingleAsync());

    public Task<int> PostingsAsync(string order) => WithDbAsync(db => db.Postings.CountAsync(posting => posting.Order == order));

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
