using System.Diagnostics;
using Aspire.Hosting;
using Microsoft.Extensions.Configuration;
using NewsEducator.AppHost.Running;

namespace NewsEducator.AppHost.Servers;

/// <summary>Whether PostgreSQL and RabbitMQ run in containers or as processes of this machine.</summary>
/// <param name="AsProcesses">As processes.</param>
/// <param name="Why">For people.</param>
internal sealed record ServerChoice(bool AsProcesses, string Why)
{
    public static ServerChoice Published { get; } = new(AsProcesses: false, "published");

    /// <summary>Containers where an engine answers, else processes; <c>--servers containers</c> or <c>processes</c> decides
    /// otherwise.</summary>
    public static ServerChoice Of(IConfiguration settings)
    {
        var asked = settings["servers"];
        return asked switch
        {
            "processes" => new(true, "asked for with --servers"),
            null or "" or "containers" => ContainerEngine.Find() is { } engine ? In(engine, settings) : WithoutEngine(asked),
            _ => throw new StartProblem($"--servers {asked} is unknown: give containers or processes."),
        };
    }

    /// <summary>Finds what would keep the servers from starting, before anything starts.</summary>
    /// <returns>Their versions, where they are programs of this machine.</returns>
    public string Check(IDistributedApplicationBuilder builder, DataFolder data)
    {
        if (!AsProcesses)
        {
            return "";
        }

        if (!OperatingSystem.IsLinux())
        {
            throw new StartProblem("PostgreSQL and RabbitMQ run as processes on Linux only: start docker or podman.");
        }

        var script = Path.Combine(builder.AppHostDirectory, "Servers", "check.sh");
        using var check = Process.Start(
            new ProcessStartInfo(script, [data.Path]) { RedirectStandardError = true, RedirectStandardOutput = true }
        )!;
        var versions = check.StandardOutput.ReadToEndAsync();
        var said = check.StandardError.ReadToEnd();
        check.WaitForExit();
        if (check.ExitCode != 0)
        {
            throw new StartProblem(said.Trim().Replace("error: ", "", StringComparison.Ordinal));
        }

        return versions.GetAwaiter().GetResult().Trim();
    }

    public override string ToString() => $"{(AsProcesses ? "processes of this machine" : "containers")} ({Why})";

    private static ServerChoice In(string engine, IConfiguration settings)
    {
        settings["DcpPublisher:ContainerRuntime"] = engine;
        return new(false, $"{engine} answers");
    }

    private static ServerChoice WithoutEngine(string? asked) =>
        asked is "containers"
            ? throw new StartProblem("--servers containers was asked for, but neither docker nor podman answers: start one of them.")
            : new(true, "neither docker nor podman answers");
}
