using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NewsEducator.ServiceDefaults;
using NewsEducator.ServiceDefaults.Data;
using NewsEducator.ServiceDefaults.Messaging;
using NewsEducator.Testing;
using Npgsql;

namespace NewsEducator.Benchmarks.Hops;

public sealed class HopDb(DbContextOptions<HopDb> options, OutboxSignal signal, TimeProvider time) : ServiceDb(options, signal, time);

/// <summary>Receives a message as every service does: inbox, what it publishes, and outbox in one save.</summary>
public sealed class PassHopOn(HopDb db, Arrivals arrivals) : IConsumer<Hop>
{
    public Task Consume(ConsumeContext<Hop> context)
    {
        if (context.Message.Left == 0)
        {
            arrivals.Add();
        }
        else
        {
            db.Publish(context.Message with { Left = context.Message.Left - 1 });
        }

        return Task.CompletedTask;
    }
}

/// <summary>A service with nothing but the product's bus and database.</summary>
internal sealed class DurableHops : IHops
{
    private readonly WebApplication _app;
    private readonly string _database;

    private DurableHops(WebApplication app, string database) => (_app, _database) = (app, database);

    public string Name => "outbox, broker, inbox";

    public static async Task<DurableHops> StartAsync(TestServers servers)
    {
        var builder = WebApplication.CreateBuilder();
        var database = servers.NewDatabase();
        builder.Configuration["ConnectionStrings:hopdb"] = database;
        builder.Configuration["ConnectionStrings:messaging"] = await servers.NewVirtualHostAsync();
        builder.Configuration["Auth:LocalToken"] = "token";
        builder.Configuration["URLS"] = "http://127.0.0.1:0";
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.AddServiceDefaults();
        builder.AddDatabase<HopDb>("hopdb");
        builder.AddBus<HopDb>("hops", bus => bus.AddConsumer<PassHopOn>());
        builder.Services.AddSingleton<Arrivals>();
        var app = builder.Build();
        await using (var scope = app.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<HopDb>().Database.EnsureCreatedAsync();
        }

        await app.StartAsync();
        return new DurableHops(app, database);
    }

    public async Task WalkAsync(int messages, int hops)
    {
        var walk = Guid.NewGuid();
        var all = _app.Services.GetRequiredService<Arrivals>().Expect(messages);
        await using var scope = _app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HopDb>();
        for (var number = 0; number < messages; number++)
        {
            db.Publish(new Hop(walk, number, hops));
        }

        await db.SaveChangesAsync();
        await all;
    }

    /// <summary>As if so many messages had been handled before.</summary>
    public async Task AddHistoryAsync(int rows)
    {
        await using var connection = new NpgsqlConnection(_database);
        await connection.OpenAsync();
        await using var fill = new NpgsqlCommand(
            $"""
            INSERT INTO inbox (consumer, message_type, natural_key, handled_at)
            SELECT 'hops-pass-hop-on', 'Hop', md5(each::text), now() FROM generate_series(1, {rows}) AS each
            """,
            connection
        )
        {
            CommandTimeout = 0,
        };
        await fill.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
