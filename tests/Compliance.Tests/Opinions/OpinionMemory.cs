using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NewsEducator.Compliance.Data;
using NewsEducator.Compliance.Opinions;
using NewsEducator.ServiceDefaults.Messaging;
using NewsEducator.Testing;
using Xunit;

namespace NewsEducator.Compliance.Tests.Opinions;

/// <summary>A real database for what second opinions took; each test asks a model of its own name, and a day's ceiling is for all of
/// them.</summary>
public sealed class OpinionMemory : IAsyncLifetime
{
    private ServiceProvider _services = null!;

    public async ValueTask InitializeAsync()
    {
        var database = (await TestServers.StartAsync()).NewDatabase();
        _services = new ServiceCollection()
            .AddSingleton(TimeProvider.System)
            .AddSingleton<OutboxSignal>()
            .AddDbContext<ComplianceDb>(options => options.UseNpgsql(database))
            .BuildServiceProvider();
        await using var scope = _services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ComplianceDb>().Database.MigrateAsync();
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    internal OpinionLedger Ledger(IOptions<OpinionOptions> options, TimeProvider? time = null) =>
        new(_services.GetRequiredService<IServiceScopeFactory>(), options, time ?? TimeProvider.System);

    internal async Task<OpinionDay?> DayAsync(string model)
    {
        await using var scope = _services.CreateAsyncScope();
        return await scope
            .ServiceProvider.GetRequiredService<ComplianceDb>()
            .OpinionDays.AsNoTracking()
            .SingleOrDefaultAsync(day => day.Model == model);
    }
}
