using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NewsEducator.ServiceDefaults.Data;
using NewsEducator.Testing;
using Npgsql;

namespace NewsEducator.ServiceDefaults.Tests;

/// <summary>What a service asks of the server that all share.</summary>
public sealed class DatabaseTests
{
    [Theory]
    [InlineData("", 16)]
    [InlineData(";Maximum Pool Size=40", 40)]
    [InlineData(";maxpoolsize=7", 7)]
    public async Task Its_pool_is_small_unless_the_connection_string_says_otherwise(string given, int most)
    {
        await using var app = AppOn($"Host=localhost;Database=ledgerdb{given}");

        var pool = new NpgsqlConnectionStringBuilder(app.Services.GetRequiredService<NpgsqlDataSource>().ConnectionString);

        pool.MaxPoolSize.ShouldBe(most);
    }

    [Fact]
    public async Task A_migration_that_fails_keeps_no_other_replica_from_its_own()
    {
        var database = (await TestServers.StartAsync()).NewDatabase();
        await using var server = NpgsqlDataSource.Create(database);
        // What the history of migrations is read from, without its columns.
        await ExecuteAsync(server, """CREATE VIEW "__EFMigrationsHistory" AS SELECT 1 AS nothing""");
        await using var app = AppOn(database);

        await Should.ThrowAsync<PostgresException>(() => app.RunServiceAsync<LedgerDb>(["migrate"]));

        (await Eventually.GetAsync(() => LocksAsync(server), locks => locks == 0, "the lock to be free", 30)).ShouldBe(0);
    }

    private static WebApplication AppOn(string database)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration["ConnectionStrings:ledgerdb"] = database;
        builder.AddServiceDefaults();
        builder.AddDatabase<LedgerDb>("ledgerdb");
        return builder.Build();
    }

    private static async Task<long> LocksAsync(NpgsqlDataSource server)
    {
        await using var command = server.CreateCommand(
            "SELECT count(*) FROM pg_locks JOIN pg_database ON pg_database.oid = database WHERE locktype = 'advisory' AND datname = current_database()"
        );
        return (long)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }

    private static async Task ExecuteAsync(NpgsqlDataSource server, string sql)
    {
        await using var command = server.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
