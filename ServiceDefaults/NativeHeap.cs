using System.Runtime.InteropServices;

namespace NewsEducator.ServiceDefaults;

/// <summary>What the runtime's native parts took from the C library and gave back to it, which keeps it: the compiler above all.</summary>
internal static unsafe class NativeHeap
{
    // glibc's; other C libraries have no such function and hold less.
    private static readonly delegate* unmanaged<nuint, int> MallocTrim = Find();

    public static void Trim()
    {
        if (MallocTrim is not null)
        {
            _ = MallocTrim(0);
        }
    }

    private static delegate* unmanaged<nuint, int> Find() =>
        OperatingSystem.IsLinux() && NativeLibrary.TryLoad("libc.so.6", out var library) && NativeLibrary.TryGetExport(library, "malloc_trim", out var address)
            ? (delegate* unmanaged<nuint, int>)address
            : null;
}
