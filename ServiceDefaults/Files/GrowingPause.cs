namespace NewsEducator.ServiceDefaults.Files;

/// <summary>How long to wait before something that failed is tried again: twice as long each time.</summary>
public static class GrowingPause
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    /// <param name="failures">How often it has failed, from 1.</param>
    public static TimeSpan After(int failures) =>
        failures > 10 ? Longest : TimeSpan.FromTicks(Math.Min(Longest.Ticks, First.Ticks << (failures - 1)));
}
