using System.Diagnostics.Metrics;
using Microsoft.EntityFrameworkCore;

namespace NewsEducator.ServiceDefaults.Data;

/// <summary>Meter <c>NewsEducator.Database</c>.</summary>
internal static class DatabaseMetrics
{
    private static readonly Meter Meter = new("NewsEducator.Database");
    private static long _size;

    static DatabaseMetrics() =>
        Meter.CreateObservableGauge(
            "newseducator.database.size",
            () => Volatile.Read(ref _size),
            "By",
            "What the service's database takes on disk."
        );

    public static async Task MeasureAsync(ServiceDb db, CancellationToken cancellationToken) =>
        Volatile.Write(ref _size, await db.SizeAsync(cancellationToken));

    /// <returns>Bytes, indexes included.</returns>
    public static Task<long> SizeAsync(this ServiceDb db, CancellationToken cancellationToken) =>
        db.Database.SqlQuery<long>($"""SELECT pg_database_size(current_database()) AS "Value" """).SingleAsync(cancellationToken);
}
