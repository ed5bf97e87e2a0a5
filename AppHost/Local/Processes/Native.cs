using System.Runtime.InteropServices;

namespace NewsEducator.AppHost.Local;

internal static partial class Native
{
    public static bool IsRoot => GetEffectiveUser() == 0;

    /// <summary>Signals a whole process group: a server and all that it started.</summary>
    public static void SignalGroup(int leader, StopSignal signal) => _ = Kill(-leader, (int)signal);

    public static void Signal(int process, StopSignal signal) => _ = Kill(process, (int)signal);

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Kill(int process, int signal);

    [LibraryImport("libc", EntryPoint = "geteuid")]
    private static partial uint GetEffectiveUser();
}

/// <summary>The signal that asks a program to stop in good order; it differs by program.</summary>
internal enum StopSignal
{
    Interrupt = 2,
    Kill = 9,
    Terminate = 15,
}
