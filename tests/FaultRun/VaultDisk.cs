using System.Diagnostics;

namespace NewsEducator.FaultRun;

/// <summary>A small disk of its own under the vault, which can be full or read-only. Mounting needs root.</summary>
internal sealed class VaultDisk : IDisposable
{
    private readonly string _folder;

    private VaultDisk(string folder) => _folder = folder;

    private string Filler => Path.Combine(_folder, "filler.bin");

    /// <returns>Null where nothing can be mounted.</returns>
    public static VaultDisk? Mount(string folder)
    {
        Directory.CreateDirectory(folder);
        return Run("mount", "-t", "tmpfs", "-o", "size=24m", "tmpfs", folder) == 0 ? new VaultDisk(folder) : null;
    }

    public void MakeReadOnly() => Run("mount", "-o", "remount,ro", _folder);

    public void MakeWritable() => Run("mount", "-o", "remount,rw", _folder);

    /// <summary>Takes all that is left of it.</summary>
    public void Fill()
    {
        using var file = new FileStream(Filler, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 1);
        var block = new byte[4096];
        try
        {
            while (true)
            {
                file.Write(block);
            }
        }
        catch (IOException)
        {
            // Full, as wanted.
        }
    }

    public void Empty() => File.Delete(Filler);

    public void Dispose() => Run("umount", "-l", _folder);

    private static int Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        process.WaitForExit();
        return process.ExitCode;
    }
}
