using System.Diagnostics;
using System.Globalization;
using NewsEducator.Collector.Tests.Upstreams;

namespace NewsEducator.Collector.Tests.Slices;

/// <summary>The service as a process of its own, so that it can be killed.</summary>
internal sealed class Replica : IDisposable
{
    private readonly Process _process;

    private Replica(Process process) => _process = process;

    /// <param name="database">Migrated.</param>
    /// <param name="messaging">A virtual host.</param>
    /// <param name="upstream">In GitHub's place.</param>
    /// <param name="sources">Path of sources.yaml.</param>
    /// <param name="agent">Which replica asks, as the upstream sees it.</param>
    public static Replica Start(string database, string messaging, FakeUpstream upstream, string sources, string agent)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "NewsEducator.Collector.dll")])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = AppContext.BaseDirectory,
        };
        var settings = new Dictionary<string, string>
        {
            ["ConnectionStrings__collectordb"] = database,
            ["ConnectionStrings__messaging"] = messaging,
            // The second one waits for the first.
            ["Database__MigrateAtStart"] = "true",
            ["Auth__LocalToken"] = "operator",
            ["Auth__ServiceToken"] = "service",
            ["ASPNETCORE_URLS"] = "http://127.0.0.1:0",
            ["Upstreams__GitHub"] = new Uri(upstream.Address, "/github/").ToString(),
            ["Services__compliance__http__0"] = upstream.Address.ToString(),
            ["Collector__SourcesFile"] = sources,
            ["Collector__Contact"] = agent,
            ["Collector__PollCheck"] = "00:00:00.200",
            ["Collector__Lease"] = "00:00:08",
            ["Collector__FirstBackoff"] = "00:00:01",
            ["Collector__ConcurrentPolls"] = "2",
            ["HostThrottling__Pace"] = "00:00:00",
            ["HostThrottling__Concurrency"] = "8",
            ["HostThrottling__Turn"] = "00:00:08",
        };
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        var process = Process.Start(start) ?? throw new InvalidOperationException("The replica did not start.");
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return new Replica(process);
    }

    public void Kill()
    {
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            Kill();
        }

        _process.Dispose();
    }

    public override string ToString() => _process.Id.ToString(CultureInfo.InvariantCulture);
}
