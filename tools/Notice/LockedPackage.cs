using System.Text.Json;
using System.Xml.Linq;

namespace NewsEducator.Notice;

/// <summary>A package of the lock files, with what its nuspec in the local package folder says of its licence.</summary>
/// <param name="Id">As NuGet spells it.</param>
/// <param name="Version">As resolved.</param>
/// <param name="License">An SPDX expression; <c>file</c> or <c>none</c> where the package has no expression.</param>
/// <param name="Owner">Whose copyright it is.</param>
/// <param name="IsShipped">False if only tests and tools of the repository use it.</param>
internal sealed record LockedPackage(string Id, string Version, string License, string Owner, bool IsShipped)
{
    // What is deployed, or installed by a reviewer.
    private static readonly string[] ShippedFolders =
    [
        "services",
        "ServiceDefaults",
        "contracts",
        "AppHost",
        "samples",
        "tools/Review.Cli",
    ];

    private static readonly string[] BuildFolders = ["/obj/", "/bin/", "/artifacts/", "/node_modules/"];

    public static IReadOnlyList<LockedPackage> All(string root) =>
        [
            .. Directory
                .EnumerateFiles(root, "packages*.lock.json", SearchOption.AllDirectories)
                .Where(file => !BuildFolders.Any(folder => file.Contains(folder, StringComparison.Ordinal)))
                .SelectMany(file => NamesIn(file).Select(name => (name.Id, name.Version, IsShipped: IsShippedBy(root, file))))
                .GroupBy(each => (Id: each.Id.ToLowerInvariant(), each.Version))
                .OrderBy(group => group.Key.Id, StringComparer.Ordinal)
                .ThenBy(group => group.Key.Version, StringComparer.Ordinal)
                .Select(group => Read(group.First().Id, group.Key.Version, group.Any(each => each.IsShipped))),
        ];

    /// <returns>What a lock file names, without what its licence is.</returns>
    internal static IEnumerable<(string Id, string Version)> NamesIn(string lockFile)
    {
        using var file = JsonDocument.Parse(File.ReadAllText(lockFile));
        foreach (var framework in file.RootElement.GetProperty("dependencies").EnumerateObject())
        {
            foreach (var dependency in framework.Value.EnumerateObject())
            {
                if (dependency.Value.TryGetProperty("resolved", out var version))
                {
                    yield return (dependency.Name, version.GetString()!);
                }
            }
        }
    }

    private static bool IsShippedBy(string root, string lockFile) =>
        Path.GetRelativePath(root, lockFile) is var path
        && ShippedFolders.Any(folder => path.StartsWith($"{folder}/", StringComparison.Ordinal));

    private static LockedPackage Read(string id, string version, bool isShipped)
    {
        var name = id.ToLowerInvariant();
        var nuspec = XDocument.Load(Path.Combine(PackageFolder, name, version.ToLowerInvariant(), $"{name}.nuspec"));
        var metadata = nuspec.Root!.Elements().First().Elements().ToLookup(element => element.Name.LocalName);
        var license = metadata["license"].FirstOrDefault();
        var owner = metadata["copyright"]
            .Concat(metadata["authors"])
            .Select(element => element.Value.Trim())
            .First(text => text.Length > 0);
        return new LockedPackage(
            id,
            version,
            license is null ? "none"
                : (string?)license.Attribute("type") == "expression" ? license.Value.Trim()
                : "file",
            string.Join(' ', owner.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries)),
            isShipped
        );
    }

    private static string PackageFolder =>
        Environment.GetEnvironmentVariable("NUGET_PACKAGES")
        ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
}
