using System.Diagnostics;
using System.Globalization;

namespace NewsEducator.Fuzzing;

/// <summary>Tries inputs one after the other, each within limits of time and memory.</summary>
/// <param name="folder">Gets a file for each finding.</param>
/// <param name="log">What a person reads.</param>
internal sealed class FuzzRun(DirectoryInfo folder, TextWriter log)
{
    private const int MostFindings = 20;
    private static readonly TimeSpan Progress = TimeSpan.FromSeconds(20);

    /// <summary>Tries inputs <paramref name="first"/>, <paramref name="first"/> + 1, …</summary>
    /// <returns>What was found, each kind once.</returns>
    public IReadOnlyList<Finding> Run(FuzzTarget target, ulong seed, long first, long inputs)
    {
        var findings = new Dictionary<string, Finding>(StringComparer.Ordinal);
        using var watchdog = new Watchdog(target, seed, finding => Write(finding));
        var shown = Stopwatch.GetTimestamp();
        for (var number = first; number < first + inputs && findings.Count < MostFindings; number++)
        {
            if (Stopwatch.GetElapsedTime(shown) > Progress)
            {
                shown = Stopwatch.GetTimestamp();
                log.WriteLine(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{target.Name}: {number - first:N0} of {inputs:N0}, {findings.Count} found"
                    )
                );
            }

            if (TryOne(target, seed, number, watchdog) is { } finding && findings.TryAdd(finding.Kind, finding))
            {
                Write(finding);
            }
        }

        return [.. findings.Values];
    }

    private static Finding? TryOne(FuzzTarget target, ulong seed, long number, Watchdog watchdog)
    {
        var input = target.Input(seed, number);
        var usage = watchdog.Enter(number, input);
        var error = target.Try(input) ?? usage.Excess();
        watchdog.Leave();
        return error is null ? null : new Finding(target, seed, number, input, error);
    }

    private void Write(Finding finding)
    {
        folder.Create();
        var file = Path.Combine(
            folder.FullName,
            string.Create(CultureInfo.InvariantCulture, $"{finding.Target.Name}-{finding.Seed}-{finding.Number}.txt")
        );
        File.WriteAllText(file, finding.ToText());
        log.WriteLine($"{finding.Target.Name}: {finding.Headline}\n  again: {finding.Replay}\n  {file}");
    }
}
