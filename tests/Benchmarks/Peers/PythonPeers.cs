using System.Diagnostics;

namespace NewsEducator.Benchmarks.Peers;

/// <summary>The peers from Debian's packages for its own Python.</summary>
internal static class PythonPeers
{
    public const string Python = "/usr/bin/python3";

    public static bool Have(string module, TextWriter log)
    {
        if (!File.Exists(Python))
        {
            log.WriteLine($"{Python} is missing on this machine: {module} is left out.");
            return false;
        }

        using var import = Process.Start(new ProcessStartInfo(Python, ["-c", $"import {module}"]) { RedirectStandardError = true })!;
        import.WaitForExit();
        if (import.ExitCode != 0)
        {
            log.WriteLine($"python3-{module} is missing on this machine: {module} is left out.");
        }

        return import.ExitCode == 0;
    }
}
