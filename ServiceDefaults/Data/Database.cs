using System.Data.Common;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NewsEducator.ServiceDefaults.Diagnosis;
using NewsEducator.ServiceDefaults.Messaging;
using Npgsql;

namespace NewsEducator.ServiceDefaults.Data;

/// <summary>One database a service; its schema is changed by the binary's <c>migrate</c> argument, or at start where the AppHost asks for
/// it.</summary>
public static class Database
{
    /// <summary>True only where one machine runs it all; in a cluster a job migrates before the rollout.</summary>
    internal const string MigrateAtStart = "Database:MigrateAtStart";

    // Any number, the same in every replica.
    private const long MigrationLock = 7_301_902;

    // PgBouncer before 1.21 needs it to be 0, see docs/operations.md.
    private const string AutoPrepare = "Max Auto Prepare";
    private const int PreparedStatements = 100;

    // The services share a server, which by default takes 100 connections; Npgsql alone would open 100 for each replica.
    private const string PoolSize = "Maximum Pool Size";
    private const int MostConnections = 16;

    /// <param name="builder">The service's builder.</param>
    /// <param name="name">The connection string's name.</param>
    public static WebApplicationBuilder AddDatabase<TDb>(this WebApplicationBuilder builder, string name)
        where TDb : ServiceDb
    {
        var connection = new NpgsqlConnectionStringBuilder(
            builder.Configuration.GetConnectionString(name)
                ?? throw new InvalidOperationException(
                    $"ConnectionStrings:{name} is missing; the AppHost sets it, elsewhere set ConnectionStrings__{name}."
                )
        );
        // Npgsql's own builder contains every key.
        var given = new DbConnectionStringBuilder { ConnectionString = connection.ConnectionString };
        // A statement that comes again is neither parsed nor planned again.
        if (!given.ContainsKey(AutoPrepare))
        {
            connection.MaxAutoPrepare = PreparedStatements;
        }

        if (!given.ContainsKey(PoolSize))
        {
            connection.MaxPoolSize = MostConnections;
        }

        // Nothing here leaves a connection in another state than it came in, so it need not be reset before each use.
        connection.NoResetOnClose = true;
        builder.Services.AddSingleton(_ =>
            new NpgsqlDataSourceBuilder(connection.ConnectionString)
                .ConfigureTracing(tracing => tracing.ConfigureCommandSpanNameProvider(command => CommandSpanName.Of(command.CommandText)))
                .Build()
        );
        builder.Services.AddSingleton<OutboxSignal>();
        builder.Services.AddSingleton<OutboxCommitInterceptor>();
        builder.Services.AddDbContext<TDb>(
            (services, db) =>
                db.UseNpgsql(services.GetRequiredService<NpgsqlDataSource>())
                    .AddInterceptors(services.GetRequiredService<OutboxCommitInterceptor>())
        );
        builder.Services.AddScoped<ServiceDb>(services => services.GetRequiredService<TDb>());
        builder.Services.AddHealthChecks().AddOnRequest<DatabaseCheck>(DatabaseCheck.Name, name);
        // Health, traces and metrics. Aspire's retry would repeat parts of a transaction; messages are retried whole, by the bus.
        builder.EnrichNpgsqlDbContext<TDb>(database => database.DisableRetry = true);
        return builder;
    }

    /// <summary>Runs the service; with the argument <c>migrate</c> brings its schema up to date and ends, with <c>doctor</c> says what
    /// keeps it from working and ends.</summary>
    /// <returns>The process's exit code: 1 where the schema is outdated or the doctor found a fault.</returns>
    public static async Task<int> RunServiceAsync<TDb>(this WebApplication app, string[] args)
        where TDb : ServiceDb
    {
        if (args is [Doctor.Argument, .. var checks])
        {
            return await Doctor.RunAsync(app.Services, checks);
        }

        await using (var scope = app.Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<TDb>();
            if (args is ["migrate", ..] || app.Configuration.GetValue(MigrateAtStart, false))
            {
                await MigrateAsync(db, scope.ServiceProvider.GetRequiredService<NpgsqlDataSource>());
            }

            if (args is ["migrate", ..])
            {
                return 0;
            }

            var missing = (await db.Database.GetPendingMigrationsAsync()).ToList();
            if (missing.Count > 0)
            {
                app.Logger.LogCritical(
                    "The database lacks {Count} migrations, first {Migration}. Run this program with the argument 'migrate', then start it again.",
                    missing.Count,
                    missing[0]
                );
                return 1;
            }
        }

        app.Services.ObserveFolders();
        await app.RunAsync();
        return 0;
    }

    /// <summary>Migrates while no other replica does: the second one waits, and finds nothing left to do.</summary>
    private static async Task MigrateAsync(ServiceDb db, NpgsqlDataSource pool)
    {
        await db.Database.OpenConnectionAsync();
        try
        {
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_lock({MigrationLock})");
            await db.Database.MigrateAsync();
        }
        finally
        {
            // The lock is the session's: it ends with it, whatever happened to the migration.
            pool.Clear();
            await db.Database.CloseConnectionAsync();
        }
    }
}
