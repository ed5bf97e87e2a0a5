namespace NewsEducator.AppHost.Local;

/// <summary>PostgreSQL refuses to run as root, so root runs it as the user that the package made.</summary>
internal static class PostgresAccount
{
    public const string Name = "postgres";

    private static readonly string[] Become = ["setpriv", $"--reuid={Name}", $"--regid={Name}", "--init-groups"];

    // The user may have no way into a folder of root's, such as a home; this one capability lets it pass.
    private static readonly string[] WithPassage = ["--inh-caps=+dac_override", "--ambient-caps=+dac_override"];

    /// <summary>A launch as the user who may run the server.</summary>
    public static Launch Launch(string name, string program, string folder, params string[] arguments)
    {
        string[] command = !Native.IsRoot ? [program, .. arguments]
            : IsOpenToAll(folder) ? [.. Become, program, .. arguments]
            : [.. Become, .. WithPassage, program, .. arguments];
        return new Launch(name, command[0], command[1..]);
    }

    public static void DemandExists()
    {
        if (Native.IsRoot && !File.ReadLines("/etc/passwd").Any(line => line.StartsWith($"{Name}:", StringComparison.Ordinal)))
        {
            throw new StartProblem($"PostgreSQL does not run as root and there is no user {Name} to run it: run as another user, or make that one with: useradd --system {Name}");
        }
    }

    private static bool IsOpenToAll(string folder)
    {
        for (var parent = Directory.GetParent(folder); parent is not null; parent = parent.Parent)
        {
            if (!parent.UnixFileMode.HasFlag(UnixFileMode.OtherExecute))
            {
                return false;
            }
        }

        return true;
    }
}
