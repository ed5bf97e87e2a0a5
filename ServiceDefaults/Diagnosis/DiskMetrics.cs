using System.Diagnostics.Metrics;

namespace NewsEducator.ServiceDefaults.Diagnosis;

/// <summary>Meter <c>NewsEducator.Disk</c>: what is free where a service writes files.</summary>
internal static class DiskMetrics
{
    private static readonly Meter Meter = new("NewsEducator.Disk");

    /// <param name="name">Which folder.</param>
    /// <param name="folder">Null or empty if the service writes into no folder.</param>
    public static void Observe(string name, Func<string?> folder) =>
        Meter.CreateObservableGauge(
            "newseducator.disk.free",
            () => Free(name, folder()),
            "By",
            "Free bytes of the disk that a folder is on."
        );

    private static IEnumerable<Measurement<long>> Free(string name, string? folder) =>
        Directory.Exists(folder)
            ? [new Measurement<long>(new DriveInfo(folder).AvailableFreeSpace, new KeyValuePair<string, object?>("folder", name))]
            : [];
}
