using Microsoft.EntityFrameworkCore;
using NewsEducator.ServiceDefaults.Data;
using NewsEducator.ServiceDefaults.Messaging;

namespace NewsEducator.Testing;

/// <summary>A database and a virtual host of a service's own.</summary>
/// <param name="Database">Connection string.</param>
/// <param name="Messaging">AMQP address.</param>
public sealed record ServiceHome(string Database, string Messaging)
{
    /// <typeparam name="TDb">Made as services make it: options, signal, clock.</typeparam>
    public static async Task<ServiceHome> NewAsync<TDb>()
        where TDb : ServiceDb => new(await NewDatabaseAsync<TDb>(), await (await TestServers.StartAsync()).NewVirtualHostAsync());

    /// <returns>The connection string of a new database with the service's schema.</returns>
    public static async Task<string> NewDatabaseAsync<TDb>()
        where TDb : ServiceDb => await (await TestServers.StartAsync()).NewDatabaseAsync(typeof(TDb).Name, MigrateAsync<TDb>);

    private static async Task MigrateAsync<TDb>(string database)
        where TDb : ServiceDb
    {
        using var signal = new OutboxSignal();
        var options = new DbContextOptionsBuilder<TDb>().UseNpgsql(database).Options;
        await using var db = (TDb)Activator.CreateInstance(typeof(TDb), options, signal, TimeProvider.System)!;
        await db.Database.MigrateAsync();
    }
}
