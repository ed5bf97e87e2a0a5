using System.Diagnostics;
using NewsEducator.Testing;

namespace NewsEducator.AppHost.Tests;

internal static class BuiltAppHost
{
    private static readonly string Program = Repository.In($"AppHost/bin/{Repository.Configuration}/net10.0/NewsEducator.AppHost.dll");

    /// <summary>Runs a command of the AppHost that ends by itself.</summary>
    public static void Run(params string[] arguments)
    {
        using var run = Process.Start("dotnet", [Program, .. arguments]);
        run.WaitForExit();
        run.ExitCode.ShouldBe(0);
    }

    /// <summary>The same for one whose exit code and words matter.</summary>
    public static Task<ProgramRun> RunAsync(IEnumerable<KeyValuePair<string, string?>> environment, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Program, .. arguments]);
        foreach (var (variable, value) in environment)
        {
            start.Environment[variable] = value;
        }

        return ProgramRun.OfAsync(start, TestContext.Current.CancellationToken);
    }
}
