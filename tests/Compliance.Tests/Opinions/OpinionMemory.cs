using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NewsEducator.Compliance.Data;
using NewsEducator.Compliance.Opinions;
using NewsEducator.Testing;

namespace NewsEducator.Compliance.Tests.Opinions;

/// <summary>A real database for what second opinions took; each test asks a model of its own name, and a day's ceiling is for all of
/// them.</summary>
public sealed class OpinionMemory : IAsyncLifetime
{
    private ServiceDatabase<ComplianceDb> _database = null!;

    public async ValueTask InitializeAsync() =>
        _database = new ServiceDatabase<ComplianceDb>(await ServiceHome.NewDatabaseAsync<ComplianceDb>());

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    internal OpinionLedger Ledger(IOptions<OpinionOptions> options, TimeProvider? time = null) =>
        new(_database.Scopes, options, time ?? TimeProvider.System);

    internal Task<OpinionDay?> DayAsync(string model) =>
        _database.ReadAsync(db => db.OpinionDays.AsNoTracking().SingleOrDefaultAsync(day => day.Model == model));
}
