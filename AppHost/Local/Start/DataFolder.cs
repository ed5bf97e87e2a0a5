using System.Text;
using Microsoft.Extensions.Configuration;

namespace NewsEducator.AppHost.Local;

/// <summary>All that one instance keeps.</summary>
internal sealed class DataFolder(string path)
{
    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    // EWOULDBLOCK: another process holds the lock.
    private const int WouldBlock = 11;

    public string Path { get; } = System.IO.Path.GetFullPath(path);

    public string Processes => In("run");

    public static DataFolder Of(IConfiguration configuration) => new(configuration["data"] ?? ".data");

    public string In(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>A generated value that stays the same from run to run; a configured one goes before it and is kept in its place.</summary>
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
        using (var file = new FileStream(unfinished, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = Private }))
        {
            file.Write(Encoding.UTF8.GetBytes(text));
        }

        File.Move(unfinished, In(name), overwrite: true);
    }

    /// <summary>Makes the folder ours for as long as the result is held.</summary>
    public FileStream Lock()
    {
        try
        {
            Directory.CreateDirectory(Path);
            return new FileStream(In("lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (UnauthorizedAccessException denied)
        {
            throw NotWritable(denied);
        }
        catch (IOException busy) when (busy.HResult == WouldBlock)
        {
            throw new StartProblem($"The data folder {Path} is in use by another run: stop that one, or give this one its own with --data DIR and other ports.", busy);
        }
        catch (IOException failed)
        {
            throw NotWritable(failed);
        }
    }

    private StartProblem NotWritable(Exception cause) =>
        new($"The data folder {Path} cannot be written ({cause.Message.TrimEnd('.')}): make it writable, or choose another with --data DIR.", cause);
}
