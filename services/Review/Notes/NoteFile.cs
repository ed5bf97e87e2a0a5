using System.Text;

namespace NewsEducator.Review.Notes;

/// <summary>A note on the disk, which people and sync tools write to at the same time.</summary>
internal sealed class NoteFile(string path)
{
    private const long Longest = 8 * 1024 * 1024;
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public string Path => path;

    /// <summary>Changes whenever the file does; null where there is none.</summary>
    public (DateTime WrittenAt, long Length)? Stamp => new FileInfo(path) is { Exists: true } file ? (file.LastWriteTimeUtc, file.Length) : null;

    /// <returns>Null where there is no file.</returns>
    /// <exception cref="InvalidDataException">It is no UTF-8, or larger than any pack.</exception>
    public async Task<string?> ReadAsync(CancellationToken cancellationToken)
    {
        if (Stamp is not { } stamp)
        {
            return null;
        }

        if (stamp.Length > Longest)
        {
            throw new InvalidDataException($"{path} has {stamp.Length} bytes, more than any pack.");
        }

        try
        {
            // Not File.ReadAllText, which drops the byte order mark: it is the person's, too.
            return Utf8.GetString(await File.ReadAllBytesAsync(path, cancellationToken));
        }
        catch (FileNotFoundException)
        {
            return null;
        }
        catch (DecoderFallbackException)
        {
            throw new InvalidDataException($"{path} is not valid UTF-8; save it as UTF-8.");
        }
    }

    /// <summary>A new file beside it, flushed, then renamed over it: nobody sees half a note.</summary>
    /// <param name="expected">What stands there now; a file that has changed since is left alone.</param>
    /// <returns>Whether it was written.</returns>
    public async Task<bool> ReplaceAsync(string? expected, string text, CancellationToken cancellationToken)
    {
        var folder = System.IO.Path.GetDirectoryName(path)!;
        Directory.CreateDirectory(folder);
        // Hidden and of a foreign kind, so that notes programs and sync tools leave it alone.
        var draft = System.IO.Path.Combine(folder, $".{System.IO.Path.GetFileName(path)}.{Guid.NewGuid():N}.tmp");
        try
        {
            await using (var file = new FileStream(draft, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                await file.WriteAsync(Utf8.GetBytes(text), cancellationToken);
                file.Flush(flushToDisk: true);
            }

            if (await ReadAsync(cancellationToken) != expected)
            {
                return false;
            }

            File.Move(draft, path, overwrite: true);
            return true;
        }
        finally
        {
            File.Delete(draft);
        }
    }

    /// <summary>What sync tools leave beside a note when two devices changed it: <c>… (conflicted copy).md</c>, <c>….sync-conflict-….md</c>, <c>… 2.md</c>.</summary>
    public IReadOnlyList<string> ConflictCopies()
    {
        var folder = new DirectoryInfo(System.IO.Path.GetDirectoryName(path)!);
        var name = System.IO.Path.GetFileNameWithoutExtension(path);
        return folder.Exists
            ? [.. folder.EnumerateFiles($"{name}*.md").Select(file => file.Name).Where(each => each != $"{name}.md").Order(StringComparer.Ordinal).Take(3)]
            : [];
    }
}
