using System.Diagnostics;
using NewsEducator.Testing;

namespace NewsEducator.Publisher.Tests.Node;

/// <summary>Programs of others that read what is published, from npm.</summary>
internal static class NodeScripts
{
    private static readonly string Folder = Repository.In("artifacts/npm");

    /// <returns>What the script of this folder printed; the test is skipped where its packages are missing.</returns>
    public static async Task<string> RunAsync(string script, params string[] arguments)
    {
        Assert.SkipUnless(
            Directory.Exists(Path.Combine(Folder, "node_modules")),
            "Packages from npm are not installed in artifacts/npm; ./test does so."
        );
        // Packages are found from where the script lies.
        File.Copy(Repository.In($"tests/Publisher.Tests/Node/{script}"), Path.Combine(Folder, script), overwrite: true);
        var node = await ProgramRun.OfAsync(
            new ProcessStartInfo("node", [script, .. arguments]) { WorkingDirectory = Folder },
            TestContext.Current.CancellationToken
        );
        node.ExitCode.ShouldBe(0, node.Errors);
        return node.Output.Trim();
    }
}
