using System.Diagnostics;

namespace NewsEducator.Testing;

internal static class ContainerEngine
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <returns>Whether Docker, or a replacement, is there and running.</returns>
    public static Task<bool> AnswersAsync() => SucceedsAsync("docker info");

    /// <summary>Testcontainers can stop a container, but not kill it.</summary>
    public static async Task KillAsync(string container)
    {
        if (!await SucceedsAsync($"docker kill {container}"))
        {
            throw new InvalidOperationException($"Container {container} could not be killed.");
        }
    }

    private static async Task<bool> SucceedsAsync(string command)
    {
        using var process = Process.Start("sh", ["-c", $"exec {command} >/dev/null 2>&1"]);
        using var patience = new CancellationTokenSource(Patience, TimeProvider.System);
        try
        {
            await process.WaitForExitAsync(patience.Token);
            return process.ExitCode == 0;
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            return false;
        }
    }
}
