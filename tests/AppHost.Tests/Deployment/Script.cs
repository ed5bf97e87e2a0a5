using System.Diagnostics;
using NewsEducator.Testing;

namespace NewsEducator.AppHost.Tests.Deployment;

/// <summary>A script of the repository.</summary>
internal static class Script
{
    /// <returns>Its exit code and what it said.</returns>
    public static (int ExitCode, string Said) Run(string path, IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        var start = new ProcessStartInfo(Repository.In(path), arguments);
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        var run = ProgramRun.Of(start);
        return (run.ExitCode, run.Said);
    }
}
