using System.ComponentModel;
using System.Diagnostics;

namespace NewsEducator.AppHost.Servers;

/// <summary>Docker or Podman, where one of them runs.</summary>
internal static class ContainerEngine
{
    private static readonly string[] Programs = ["docker", "podman"];
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <returns>The program of the engine that answers; null where none does.</returns>
    public static string? Find() => Programs.FirstOrDefault(Answers);

    private static bool Answers(string program)
    {
        try
        {
            using var info = Process.Start(
                new ProcessStartInfo(program, "info") { RedirectStandardOutput = true, RedirectStandardError = true }
            );
            info!.OutputDataReceived += (_, _) => { };
            info.ErrorDataReceived += (_, _) => { };
            info.BeginOutputReadLine();
            info.BeginErrorReadLine();
            if (info.WaitForExit(Patience))
            {
                return info.ExitCode == 0;
            }

            info.Kill();
            return false;
        }
        catch (Win32Exception)
        {
            // There is no such program.
            return false;
        }
    }
}
