using System.Diagnostics;
using System.Globalization;

namespace NewsEducator.Testing;

/// <summary>What the kernel says of processes.</summary>
public static class Processes
{
    public static void Signal(int process, string signal)
    {
        using var kill = Process.Start("kill", ["-s", signal, process.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    /// <returns>Those that run and were started with a variable of this value.</returns>
    public static IReadOnlyList<int> WithVariable(string variable) =>
        [.. All().Where(process => Variables(process).Contains(variable) && IsAlive(process))];

    public static IReadOnlyList<string> Variables(int process) =>
        Read(process, "environ").Split('\0', StringSplitOptions.RemoveEmptyEntries);

    public static IEnumerable<int> ChildrenOf(int parent) =>
        All().Where(process => Stat(process) is [_, var its, ..] && its == Text(parent));

    /// <summary>What a process and all that it started have taken so far, those that ended included.</summary>
    public static TimeSpan TimeOf(int process) =>
        OwnTimeOf(process) + ChildrenOf(process).Aggregate(TimeSpan.Zero, (sum, child) => sum + TimeOf(child));

    /// <returns>At most 15 characters, or empty for one that is gone.</returns>
    public static string NameOf(int process) => Read(process, "comm").Trim();

    public static bool IsAlive(int process) => Stat(process) is [not ("Z" or "X"), ..];

    private static IEnumerable<int> All() =>
        Directory
            .EnumerateDirectories("/proc")
            .Select(folder =>
                int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var process) ? process : 0
            )
            .Where(process => process > 0);

    // The twelfth to the fifteenth field behind the name: in user and kernel mode, its own and that of children that ended, in hundredths.
    private static TimeSpan OwnTimeOf(int process) =>
        TimeSpan.FromMilliseconds(10) * Stat(process).Skip(11).Take(4).Sum(field => long.Parse(field, CultureInfo.InvariantCulture));

    // 123 (na me) S 1 … : state and parent follow the last bracket.
    private static string[] Stat(int process) =>
        Read(process, "stat") is { Length: > 0 } stat ? stat[(stat.LastIndexOf(')') + 2)..].Split(' ') : [];

    private static string Read(int process, string file)
    {
        try
        {
            return File.ReadAllText($"/proc/{Text(process)}/{file}");
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
