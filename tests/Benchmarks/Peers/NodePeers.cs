using System.Diagnostics;
using NewsEducator.Testing;

namespace NewsEducator.Benchmarks.Peers;

/// <summary>The peers from npm, installed beside the build's other products.</summary>
internal static class NodePeers
{
    private static readonly string Sources = Repository.In("tests/Benchmarks/Peers/npm");
    private static readonly string Folder = Repository.In("artifacts/benchmark-peers");

    /// <returns>Null where node or npm is missing or the installation failed, which is said.</returns>
    public static string? Install(TextWriter log)
    {
        if (!Programs.Has("node", log) || !Programs.Has("npm", log))
        {
            return null;
        }

        var modules = Path.Combine(Folder, "node_modules");
        if (Directory.Exists(modules) && LockOf(Folder) != LockOf(Sources))
        {
            Directory.Delete(modules, recursive: true);
        }

        Directory.CreateDirectory(Folder);
        foreach (var file in Directory.EnumerateFiles(Sources))
        {
            File.Copy(file, Path.Combine(Folder, Path.GetFileName(file)), overwrite: true);
        }

        if (Directory.Exists(modules))
        {
            return Folder;
        }

        log.WriteLine("Installing the peers from npm…");
        using var npm = Process.Start(
            new ProcessStartInfo("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"]) { WorkingDirectory = Folder }
        )!;
        npm.WaitForExit();
        return npm.ExitCode == 0 ? Folder : null;
    }

    private static string LockOf(string folder) => File.ReadAllText(Path.Combine(folder, "package-lock.json"));
}
