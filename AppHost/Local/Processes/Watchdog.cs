using System.Diagnostics;

namespace NewsEducator.AppHost.Local;

/// <summary>
/// A shell that waits for the end of a pipe which only this process holds open. When this process is gone, even by
/// <c>kill -9</c>, it stops every recorded process group, and after five seconds kills what is left.
/// </summary>
internal sealed class Watchdog : IAsyncDisposable
{
    private const string Script = """
        trap '' INT TERM HUP
        read -r _
        cd "$1" || exit 0
        for record in *; do
          read -r leader signal _ < "$record" && kill -s "$signal" -- "-$leader"
        done
        for half_second in 1 2 3 4 5 6 7 8 9 10; do
          alive=
          for record in *; do
            read -r leader _ < "$record" && kill -s 0 -- "-$leader" && alive=yes
          done
          [ "$alive" ] || break
          sleep 0.5
        done
        for record in *; do
          read -r leader _ < "$record" && kill -s KILL -- "-$leader"
        done
        rm -rf "$1"
        """;

    private readonly Process _shell;

    public Watchdog(string records)
    {
        var start = new ProcessStartInfo("setsid", ["sh", "-c", $"exec 2>/dev/null\n{Script}", "watchdog", records])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        _shell = Process.Start(start) ?? throw new InvalidOperationException("sh did not start.");
    }

    public async ValueTask DisposeAsync()
    {
        _shell.StandardInput.Close();
        await _shell.WaitForExitAsync();
        _shell.Dispose();
    }
}
