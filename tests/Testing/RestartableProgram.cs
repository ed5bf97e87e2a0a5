using System.Diagnostics;

namespace NewsEducator.Testing;

/// <summary>A built program of this checkout that is killed and started again.</summary>
public sealed class RestartableProgram(ProcessStartInfo start) : IAsyncDisposable
{
    private readonly LastLines _lines = new();
    private Process? _process;

    public int Id => _process!.Id;

    /// <summary>A service with these settings, named as in its configuration, at a port of its own.</summary>
    /// <param name="name">For example <c>Publisher</c>.</param>
    /// <param name="address">Where it listens.</param>
    /// <param name="settings">As in its configuration.</param>
    public static RestartableProgram Service(string name, Uri address, IEnumerable<(string Key, string Value)> settings)
    {
        var start = Described($"services/{name}", name);
        start.Environment["ASPNETCORE_URLS"] = address.ToString();
        foreach (var (key, value) in settings)
        {
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        return new RestartableProgram(start);
    }

    /// <param name="folder">The project's.</param>
    /// <param name="name">The project's.</param>
    /// <param name="arguments">The program's.</param>
    public static ProcessStartInfo Described(string folder, string name, params string[] arguments)
    {
        var built = Repository.In($"{folder}/bin/{Repository.Configuration}/net10.0");
        return new ProcessStartInfo(Environment.ProcessPath!, [Path.Combine(built, $"NewsEducator.{name}.dll"), .. arguments])
        {
            WorkingDirectory = built,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
    }

    /// <param name="isReady">Whether it does its work; asked until it does.</param>
    public async Task StartAsync(Func<Task<bool>> isReady)
    {
        _lines.Clear();
        _process?.Dispose();
        _process = Process.Start(start)!;
        _lines.Follow(_process);
        await Eventually.GetAsync(
            () => _process.HasExited ? throw new InvalidOperationException($"It ended: {_lines}") : isReady(),
            ready => ready,
            "the program to be ready"
        );
    }

    /// <summary>Until it says so.</summary>
    public Task StartAsync(string line) => StartAsync(() => Task.FromResult(_lines.Contains(line)));

    /// <summary>By SIGKILL.</summary>
    public Task KillAsync()
    {
        _process!.Kill();
        return GoneAsync();
    }

    /// <summary>Somebody else ends it.</summary>
    public Task GoneAsync() => _process!.WaitForExitAsync();

    public async ValueTask DisposeAsync()
    {
        if (_process is { HasExited: false })
        {
            await KillAsync();
        }

        _process?.Dispose();
    }
}
