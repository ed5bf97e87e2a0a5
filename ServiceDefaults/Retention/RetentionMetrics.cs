using System.Diagnostics.Metrics;

namespace NewsEducator.ServiceDefaults.Retention;

/// <summary>Meter <c>NewsEducator.Retention</c>.</summary>
internal static class RetentionMetrics
{
    private static readonly Meter Meter = new("NewsEducator.Retention");
    private static readonly Counter<long> RemovedRows = Meter.CreateCounter<long>(
        "newseducator.retention.removed",
        "{row}",
        "Rows that were kept long enough, by kind."
    );
    private static readonly Counter<long> FailedRemovals = Meter.CreateCounter<long>(
        "newseducator.retention.failed",
        "{attempt}",
        "Removals that could not be done and are tried again, by kind."
    );

    public static void Removed(IExpiring data, int rows) => RemovedRows.Add(rows, new KeyValuePair<string, object?>("kind", data.What));

    public static void Failed(IExpiring data) => FailedRemovals.Add(1, new KeyValuePair<string, object?>("kind", data.What));
}
