namespace NewsEducator.AppHost.Local;

/// <summary>Ends what an earlier run left behind when neither it nor its watchdog could.</summary>
internal static class Leftovers
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(6);
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(100);

    public static async Task EndAsync(string folder, TimeProvider time, CancellationToken cancellationToken)
    {
        if (!Directory.Exists(folder))
        {
            return;
        }

        var records = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(ProcessRecord.Read).OfType<ProcessRecord>().Where(record => record.IsAlive).ToList();
        records.ForEach(record => Native.SignalGroup(record.Leader, record.Signal));
        await WaitForEndAsync(records, Grace, time, cancellationToken);
        records.Where(record => record.IsAlive).ToList().ForEach(record => Native.SignalGroup(record.Leader, StopSignal.Kill));
        await WaitForEndAsync(records, Grace, time, cancellationToken);
        DeleteRecords(folder);
    }

    private static void DeleteRecords(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (DirectoryNotFoundException)
        {
            // The watchdog of the earlier run was quicker.
        }
    }

    private static async Task WaitForEndAsync(
        List<ProcessRecord> records, TimeSpan atMost, TimeProvider time, CancellationToken cancellationToken)
    {
        var start = time.GetTimestamp();
        while (records.Exists(record => record.IsAlive) && time.GetElapsedTime(start) < atMost)
        {
            await Task.Delay(Pace, time, cancellationToken);
        }
    }
}
