using System.Globalization;

namespace NewsEducator.AppHost.Local;

/// <summary>PostgreSQL as installed on this machine: the programs of one major version.</summary>
internal sealed record PostgresPrograms(string Folder)
{
    private const string Debian = "/usr/lib/postgresql";

    public string this[string program] => Path.Combine(Folder, program);

    /// <param name="configured">Where to look and nowhere else; null for the usual places.</param>
    /// <param name="preferredMajor">Where several versions are installed, this one goes first, else the newest.</param>
    public static PostgresPrograms Find(string? configured = null, string? preferredMajor = null)
    {
        var folder = ServerFolders.Holding("initdb", configured is null ? [.. Installed(preferredMajor), .. ServerFolders.SearchPath] : [configured]);
        return new PostgresPrograms(folder ?? throw new StartProblem(
            $"PostgreSQL is missing (no initdb in {configured ?? $"{Debian}/*/bin or on the PATH"}): install it, on Debian with: apt-get install postgresql"));
    }

    private static IEnumerable<string> Installed(string? preferred) =>
        (Directory.Exists(Debian) ? Directory.GetDirectories(Debian) : [])
            .OrderByDescending(folder => Path.GetFileName(folder) == preferred)
            .ThenByDescending(folder => double.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var version) ? version : 0)
            .Select(folder => Path.Combine(folder, "bin"));
}
