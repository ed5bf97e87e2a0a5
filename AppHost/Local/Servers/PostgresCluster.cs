namespace NewsEducator.AppHost.Local;

/// <summary>The files of a private PostgreSQL server.</summary>
internal sealed class PostgresCluster(string folder, PostgresPrograms programs, ProcessHost host)
{
    public string Folder { get; } = folder;

    public static string? MajorOf(string folder)
    {
        var file = Path.Combine(folder, "PG_VERSION");
        return File.Exists(file) ? File.ReadAllText(file).Trim() : null;
    }

    /// <exception cref="StartProblem">The cluster was made by another major version.</exception>
    public async Task DemandSameMajorAsync(CancellationToken cancellationToken)
    {
        // initdb (PostgreSQL) 15.4 (Debian …)
        var version = await host.RunAsync(new Launch("postgres-version", programs["initdb"], "--version"), cancellationToken);
        var ours = version.Output[0].Split(' ')[2].Split('.')[0];
        if (MajorOf(Folder) is { } made && made != ours)
        {
            throw new StartProblem($"The database in {Folder} was made by PostgreSQL {made}, but this machine has {ours}: "
                + $"install postgresql-{made}, or upgrade it with pg_upgrade, or start afresh with --data DIR.");
        }
    }

    /// <summary>Makes the cluster where there is none: beside its place, then moved, so that half a cluster is never used.</summary>
    public async Task EnsureAsync(string password, CancellationToken cancellationToken)
    {
        if (MajorOf(Folder) is not null)
        {
            ForgetDeadServer();
            return;
        }

        var (unfinished, passwordFile) = ($"{Folder}.new", $"{Folder}.password");
        DeleteFolder(unfinished);
        Directory.CreateDirectory(unfinished, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        await File.WriteAllTextAsync(passwordFile, password, cancellationToken);
        File.SetUnixFileMode(passwordFile, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        if (Native.IsRoot)
        {
            await RunAsync(new Launch("postgres-chown", "chown", $"{PostgresAccount.Name}:", unfinished, passwordFile), cancellationToken);
        }

        await RunAsync(
            PostgresAccount.Launch("postgres-initdb", programs["initdb"], unfinished,
                "-D", unfinished, "-U", "postgres", "-A", "scram-sha-256", $"--pwfile={passwordFile}", "-E", "UTF8", "--locale=C.UTF-8", "--no-instructions"),
            cancellationToken);
        File.Delete(passwordFile);
        DeleteFolder(Folder);
        Directory.Move(unfinished, Folder);
    }

    private static void DeleteFolder(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // The number of a killed server may meanwhile belong to a stranger; PostgreSQL would then take the cluster for running.
    private void ForgetDeadServer()
    {
        var file = Path.Combine(Folder, "postmaster.pid");
        if (File.Exists(file) && (!int.TryParse(File.ReadLines(file).FirstOrDefault(), out var server) || ProcessTable.NameOf(server) != "postgres"))
        {
            File.Delete(file);
        }
    }

    private async Task RunAsync(Launch launch, CancellationToken cancellationToken)
    {
        var result = await host.RunAsync(launch, cancellationToken);
        if (result.ExitCode != 0)
        {
            var reason = result.Output.LastOrDefault(line => line.Contains("error", StringComparison.OrdinalIgnoreCase)) ?? string.Join(' ', result.Output);
            throw new StartProblem($"PostgreSQL's files could not be made in {Folder} ({reason.Trim()}): put that right, or choose another folder with --data DIR.");
        }
    }
}
