namespace NewsEducator.AppHost.Local;

/// <summary>Where the machine keeps the programs of its servers.</summary>
internal static class ServerFolders
{
    public static IEnumerable<string> SearchPath =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The first folder that holds a program.</summary>
    public static string? Holding(string program, IEnumerable<string> folders) =>
        folders.FirstOrDefault(folder => File.Exists(Path.Combine(folder, program)));
}
