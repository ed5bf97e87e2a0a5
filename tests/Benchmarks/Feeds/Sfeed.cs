using System.Diagnostics;
using System.Globalization;

namespace NewsEducator.Benchmarks.Feeds;

/// <summary>sfeed reads one feed from its standard input and ends; several in a row it takes for one with the entries of all.</summary>
internal sealed class Sfeed(IReadOnlyList<string> files)
{
    public Side EachInItsOwn() =>
        new(
            "sfeed, a process for each feed",
            passes => Run($"for pass in $(seq {passes}); do while read -r file; do sfeed < \"$file\" > /dev/null; done < \"$1\"; done")
        );

    public Side AllInOne() =>
        new("sfeed, one process for all", passes => Run($"for pass in $(seq {passes}); do xargs cat < \"$1\"; done | sfeed > /dev/null"));

    private double Run(string script)
    {
        var list = Path.GetTempFileName();
        File.WriteAllLines(list, files);
        var timed = $"TIMEFORMAT='%U %S'; time {{ {script}; }}";
        using var shell = Process.Start(new ProcessStartInfo("bash", ["-c", timed, "bash", list]) { RedirectStandardError = true })!;
        var seconds = shell.StandardError.ReadToEnd().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        File.Delete(list);
        return seconds.Sum(part => double.Parse(part, CultureInfo.InvariantCulture)) * 1000;
    }
}
