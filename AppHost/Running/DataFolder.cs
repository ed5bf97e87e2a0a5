using System.Text;

namespace NewsEducator.AppHost.Running;

/// <summary>The folder with all that one instance keeps.</summary>
internal sealed class DataFolder(string path)
{
    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    // EWOULDBLOCK: another process holds the lock.
    private const int WouldBlock = 11;

    public string Path { get; } = System.IO.Path.GetFullPath(path);

    /// <summary>The folder, or while it is not there yet the nearest one above, in which it is made; a file where one bars the
    /// way.</summary>
    public string Nearest
    {
        get
        {
            var there = Path;
            while (!System.IO.Path.Exists(there) && System.IO.Path.GetDirectoryName(there) is { } above)
            {
                there = above;
            }

            return there;
        }
    }

    public string In(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Reads a value that stays the same from run to run; a configured one replaces it, else the first run generates it.</summary>
    public string Keep(string name, string? configured, Func<string> generate)
    {
        var kept = File.Exists(In(name)) ? File.ReadAllText(In(name)).Trim() : "";
        var value = configured ?? (kept.Length > 0 ? kept : generate());
        if (value != kept)
        {
            WritePrivate(name, value);
        }

        return value;
    }

    /// <summary>Writes a file that only its owner may read, whole or not at all.</summary>
    public void WritePrivate(string name, string text)
    {
        var unfinished = In($"{name}.new");
        File.Delete(unfinished);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = Private;
        }

        using (var file = new FileStream(unfinished, options))
        {
            file.Write(Encoding.UTF8.GetBytes(text));
        }

        File.Move(unfinished, In(name), overwrite: true);
    }

    /// <summary>Makes the folder ours for as long as the result is held.</summary>
    /// <exception cref="StartProblem">Another run holds it, or it cannot be written.</exception>
    public FileStream Lock() =>
        Writing(() =>
        {
            Directory.CreateDirectory(Path);
            return new FileStream(In("lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        });

    /// <summary>Whether it could be locked; nothing is made or held.</summary>
    /// <exception cref="StartProblem">Another run holds it, or it cannot be written.</exception>
    public void Probe() =>
        Writing(() =>
            {
                if (File.Exists(In("lock")))
                {
                    return new FileStream(In("lock"), FileMode.Open, FileAccess.ReadWrite, FileShare.None);
                }

                return File.Create(System.IO.Path.Combine(Nearest, $".newseducator-{Guid.NewGuid():N}"), 1, FileOptions.DeleteOnClose);
            })
            .Dispose();

    private FileStream Writing(Func<FileStream> open)
    {
        try
        {
            return open();
        }
        catch (IOException busy) when (busy.HResult == WouldBlock)
        {
            throw new FolderInUse(Path, busy);
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            throw new StartProblem(
                $"The data folder {Path} cannot be written ({failed.Message.TrimEnd('.')}): make it writable, or choose another with --data DIR.",
                failed
            );
        }
    }
}
