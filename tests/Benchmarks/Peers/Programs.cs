namespace NewsEducator.Benchmarks.Peers;

/// <summary>Programs of the machine.</summary>
internal static class Programs
{
    public static bool Has(string name, TextWriter log)
    {
        var found = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(folder => File.Exists(Path.Combine(folder, name)));
        if (!found)
        {
            log.WriteLine($"{name} is missing on this machine: what needs it is left out.");
        }

        return found;
    }
}
