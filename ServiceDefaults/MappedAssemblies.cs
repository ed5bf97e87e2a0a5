using System.Globalization;
using System.Runtime.InteropServices;

namespace NewsEducator.ServiceDefaults;

/// <summary>
/// The files of loaded assemblies that are mapped to be read only. Start-up reads the metadata of some hundred of them once; the kernel
/// counts those pages as the process's own until it is told that they are not needed. A page that is read again comes back from its file.
/// </summary>
internal static partial class MappedAssemblies
{
    private const int DontNeed = 4;

    public static void Release()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        // Only of assemblies: their mapping stays for as long as the process lives, so that no other memory can have taken its place.
        var assemblies = AppDomain.CurrentDomain.GetAssemblies()
            .Where(assembly => !assembly.IsDynamic && !assembly.IsCollectible)
            .Select(assembly => assembly.Location)
            .ToHashSet();
        foreach (var line in File.ReadLines("/proc/self/maps"))
        {
            // 7f2595a10000-7f2595cc3000 r--s 00000000 fe:00 1054    /app/MassTransit.dll
            var columns = line.Split(' ', 6, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            if (columns is [var range, "r--s", _, _, _, var path] && assemblies.Contains(path))
            {
                var ends = range.Split('-').Select(end => nint.Parse(end, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToArray();
                _ = Advise(ends[0], ends[1] - ends[0], DontNeed);
            }
        }
    }

    [LibraryImport("libc", EntryPoint = "madvise")]
    private static partial int Advise(nint start, nint length, int advice);
}
