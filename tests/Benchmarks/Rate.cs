namespace NewsEducator.Benchmarks;

/// <summary>How often something can be done in a second of processor time, whatever else the machine does: the best of a few rounds after
/// warming up.</summary>
internal static class Rate
{
    private const int Rounds = 5;
    private static readonly TimeSpan RoundLength = TimeSpan.FromSeconds(1);

    public static double Of(Action work)
    {
        Once(work);
        return Enumerable.Range(0, Rounds).Max(_ => Once(work));
    }

    private static double Once(Action work)
    {
        var start = Environment.CpuUsage.TotalTime;
        for (var done = 1; ; done++)
        {
            work();
            if (Environment.CpuUsage.TotalTime - start is var taken && taken >= RoundLength)
            {
                return done / taken.TotalSeconds;
            }
        }
    }
}
