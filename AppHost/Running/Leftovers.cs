using System.Diagnostics;
using System.Globalization;

namespace NewsEducator.AppHost.Running;

/// <summary>Ends what an earlier run on the same data folder left behind when neither it nor Aspire's DCP could.</summary>
/// <remarks>Every process that a run starts inherits a variable with the data folder, so it is found whoever its parent is now.</remarks>
internal static class Leftovers
{
    private const string Mark = "NEWSEDUCATOR_RUN";
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);

    /// <summary>Marks all that this process starts from now on.</summary>
    public static void MarkWhatStarts(DataFolder data) => Environment.SetEnvironmentVariable(Mark, data.Path);

    /// <summary>Says what an earlier run left, asks it to stop, and kills what has not stopped after ten seconds.</summary>
    public static void End(DataFolder data)
    {
        var found = Find($"{Mark}={data.Path}");
        if (found.Count > 0)
        {
            Console.WriteLine(
                $"Ending what an earlier run left behind: {string.Join(", ", found.Select(process => process.ProcessName).Distinct())}"
            );
        }

        found.ForEach(process => Signal(process, "TERM"));
        var deadline = Stopwatch.StartNew();
        foreach (var process in found)
        {
            var left = Grace - deadline.Elapsed;
            if (!process.WaitForExit(left > TimeSpan.Zero ? left : TimeSpan.Zero))
            {
                process.Kill();
            }

            process.Dispose();
        }
    }

    /// <returns>Whether a program of this name, started by this run, is running.</returns>
    public static bool IsRunning(DataFolder data, string program) =>
        Find($"{Mark}={data.Path}").Exists(process => process.ProcessName == program);

    private static List<Process> Find(string mark) =>
        !OperatingSystem.IsLinux()
            ? []
            : [.. Process.GetProcesses().Where(process => process.Id != Environment.ProcessId && HasMark(process.Id, mark))];

    private static bool HasMark(int process, string mark)
    {
        try
        {
            return File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{process}/environ")).Split('\0').Contains(mark);
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static void Signal(Process process, string signal)
    {
        using var kill = Process.Start("kill", ["-s", signal, process.Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }
}
