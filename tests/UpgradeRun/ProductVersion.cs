using System.Diagnostics;
using NewsEducator.AppHost.Tests.Deployment;
using NewsEducator.Testing;

namespace NewsEducator.UpgradeRun;

/// <summary>A built checkout of the product: this one, or one of an earlier commit.</summary>
internal sealed class ProductVersion(string name, string root)
{
    public static ProductVersion Present { get; } = new("the present version", Repository.Root);

    public string Name => name;

    /// <summary>The version whose deploy/ tells how to run this one: its own, or the present one's where it has none yet.</summary>
    public ProductVersion Deploys => Directory.Exists(Path.Combine(root, "deploy")) ? this : Present;

    /// <summary>Builds a commit in a folder of its own, once.</summary>
    /// <param name="commit">Or a tag.</param>
    public static async Task<ProductVersion> BuildAsync(string commit)
    {
        var name = (await RunAsync("git", ["rev-parse", "--short=7", $"{commit}^{{commit}}"], Repository.Root)).Trim();
        var root = Repository.In($"artifacts/upgrade/{name}");
        var version = new ProductVersion(name, root);
        if (!File.Exists(version.BuiltIn("AppHost", "AppHost")))
        {
            Directory.CreateDirectory(root);
            var archive = Path.Combine(root, "source.tar");
            await RunAsync("git", ["archive", "--output", archive, name], Repository.Root);
            await RunAsync("tar", ["-xf", archive], root);
            await RunAsync(Environment.ProcessPath!, ["build", "AppHost", "-c", Repository.Configuration, "-v", "quiet"], root);
        }

        return version;
    }

    /// <summary>A program of it, which is not started yet.</summary>
    /// <param name="folder">The project's, for example <c>services/Review</c>.</param>
    /// <param name="arguments">The program's.</param>
    public ProcessStartInfo Program(string folder, params string[] arguments)
    {
        var program = BuiltIn(folder, Path.GetFileName(folder));
        return new ProcessStartInfo(Environment.ProcessPath!, [program, .. arguments])
        {
            WorkingDirectory = Path.GetDirectoryName(program),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
    }

    /// <summary>What its compose.yaml gives a service.</summary>
    public IReadOnlyDictionary<string, string> EnvironmentOf(string service) =>
        ComposeFile.EnvironmentOf(service, ComposeFile.ServicesOf(root));

    private string BuiltIn(string folder, string project) =>
        Path.Combine(root, folder, "bin", Repository.Configuration, "net10.0", $"NewsEducator.{project}.dll");

    private static async Task<string> RunAsync(string program, IEnumerable<string> arguments, string folder)
    {
        var run = await ProgramRun.OfAsync(new ProcessStartInfo(program, arguments) { WorkingDirectory = folder }, CancellationToken.None);
        return run.ExitCode == 0 ? run.Output : throw new InvalidOperationException($"{program} in {folder}: {run.Said}");
    }
}
