using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsEducator.ServiceDefaults.Data;
using NewsEducator.ServiceDefaults.Messaging;

namespace NewsEducator.Testing;

/// <summary>A service's real database without the service.</summary>
public sealed class ServiceDatabase<TDb> : IAsyncDisposable
    where TDb : ServiceDb
{
    private readonly ServiceProvider _services;

    private ServiceDatabase(ServiceProvider services) => _services = services;

    public IServiceScopeFactory Scopes => _services.GetRequiredService<IServiceScopeFactory>();

    public static async Task<ServiceDatabase<TDb>> NewAsync()
    {
        var database = await ServiceHome.NewDatabaseAsync<TDb>();
        return new ServiceDatabase<TDb>(
            new ServiceCollection()
                .AddSingleton(TimeProvider.System)
                .AddSingleton<OutboxSignal>()
                .AddDbContext<TDb>(options => options.UseNpgsql(database))
                .BuildServiceProvider()
        );
    }

    public async Task<T> ReadAsync<T>(Func<TDb, Task<T>> read)
    {
        await using var scope = _services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<TDb>());
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
