using System.Globalization;

namespace NewsEducator.AppHost.Local;

/// <summary>
/// A started process group, written down as <c>pid signal starttime</c>, so that a watchdog or the next start can end it
/// when this process no longer can.
/// </summary>
internal sealed record ProcessRecord(int Leader, StopSignal Signal, string StartTime)
{
    public bool IsAlive => ProcessTable.StartTime(Leader) == StartTime;

    /// <returns>Null for a record that was not finished, or that a watchdog has just cleared away.</returns>
    public static ProcessRecord? Read(string file)
    {
        var fields = (File.Exists(file) ? File.ReadAllText(file) : "").Split(' ', StringSplitOptions.TrimEntries);
        return fields.Length == 3 && int.TryParse(fields[0], NumberStyles.None, CultureInfo.InvariantCulture, out var leader)
            && Enum.TryParse<StopSignal>(fields[1], out var signal)
            ? new(leader, signal, fields[2])
            : null;
    }
}
