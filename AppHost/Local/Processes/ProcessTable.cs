using System.Globalization;

namespace NewsEducator.AppHost.Local;

/// <summary>Reads the kernel's table. A process is known by its number and its start time: numbers come again, pairs do not.</summary>
internal static class ProcessTable
{
    /// <returns>Clock ticks since boot, or null where the process is gone or only waits to be buried.</returns>
    public static string? StartTime(int process)
    {
        try
        {
            // 123 (na me) S 1 123 … : the name may hold spaces and brackets, what follows its last bracket does not.
            var stat = File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{process}/stat"));
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            return fields[0] is "Z" or "X" ? null : fields[19];
        }
        catch (IOException)
        {
            return null;
        }
    }

    public static string? NameOf(int process)
    {
        try
        {
            return File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{process}/comm")).Trim();
        }
        catch (IOException)
        {
            return null;
        }
    }
}
