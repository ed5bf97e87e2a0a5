namespace NewsEducator.ServiceDefaults;

/// <summary>How long to wait before something that failed is tried again: twice as long each time.</summary>
public static class Backoff
{
    private const int MostDoublings = 30;
    private static readonly TimeSpan First = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    /// <summary>From a second to a minute.</summary>
    /// <param name="failures">How often it has failed, from 1.</param>
    public static TimeSpan After(int failures) => After(failures, First, Longest);

    /// <param name="failures">How often it has failed, from 1.</param>
    /// <param name="first">After the first failure.</param>
    /// <param name="longest">However many failures there were.</param>
    public static TimeSpan After(int failures, TimeSpan first, TimeSpan longest) =>
        TimeSpan.FromTicks((long)Math.Min(longest.Ticks, first.Ticks * Math.Pow(2, Math.Min(failures - 1, MostDoublings))));
}
