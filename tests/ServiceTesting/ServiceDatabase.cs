using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsEducator.ServiceDefaults.Data;
using NewsEducator.ServiceDefaults.Messaging;

namespace NewsEducator.Testing;

/// <summary>A service's real database without the service.</summary>
/// <param name="database">Connection string, see <see cref="ServiceHome.NewDatabaseAsync"/>.</param>
public sealed class ServiceDatabase<TDb>(string database) : IAsyncDisposable
    where TDb : ServiceDb
{
    private readonly ServiceProvider _services = new ServiceCollection()
        .AddSingleton(TimeProvider.System)
        .AddSingleton<OutboxSignal>()
        .AddDbContext<TDb>(options => options.UseNpgsql(database))
        .BuildServiceProvider();

    public IServiceScopeFactory Scopes => _services.GetRequiredService<IServiceScopeFactory>();

    public async Task<T> ReadAsync<T>(Func<TDb, Task<T>> read)
    {
        await using var scope = _services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<TDb>());
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
