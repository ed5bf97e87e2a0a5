using System.Globalization;
using NewsEducator.Compliance.Policies;
using NewsEducator.Compliance.Screenings;

namespace NewsEducator.Benchmarks.Screenings;

/// <summary>Summaries of the length of the first candidate pack's, screened against snapshots of 20 KB under the shipped policy.</summary>
internal sealed class ScreeningBenchmark : IBenchmark
{
    public string Name => "screening";

    public int Run(string[] arguments, TextWriter log)
    {
        var policy = PolicyFile.Parse(File.ReadAllText(new ComplianceOptions().PolicyFile));
        var cases = LongThreads.Read();
        var next = 0;
        var rate = Rate.Of(() =>
        {
            var (snapshot, source, summary) = cases[next++ % cases.Count];
            _ = Screen.Run(new ScreeningInput(snapshot, source, summary, policy));
        });
        log.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{rate:0} items/s on one core, {cases.Count} snapshots of {LongThreads.Length} characters"
            )
        );
        return 0;
    }
}
