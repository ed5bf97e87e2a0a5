using System.Text;
using NewsEducator.ServiceDefaults.Files;

namespace NewsEducator.Review.Notes;

/// <summary>A note on the disk, which people and sync tools write to at the same time.</summary>
internal sealed class NoteFile(string path)
{
    private const long Longest = 8 * 1024 * 1024;
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public string Path => path;

    /// <summary>Changes whenever the file does; null if there is none.</summary>
    public (DateTime WrittenAt, long Length)? Stamp =>
        new FileInfo(path) is { Exists: true } file ? (file.LastWriteTimeUtc, file.Length) : null;

    /// <returns>Null where there is no file.</returns>
    /// <exception cref="InvalidDataException">It is no UTF-8 text, or larger than any pack.</exception>
    public async Task<string?> ReadAsync(CancellationToken cancellationToken)
    {
        if (Stamp is { Length: > Longest } stamp)
        {
            throw new InvalidDataException($"it has {stamp.Length} bytes, more than any pack");
        }

        try
        {
            // Not File.ReadAllText, which drops the byte order mark: it is the person's, too.
            return await SharedFile.ReadAsync(path, cancellationToken) is { } bytes ? Text(bytes) : null;
        }
        catch (DecoderFallbackException)
        {
            throw new InvalidDataException("it is not UTF-8; save it as UTF-8");
        }
    }

    /// <summary>Nobody sees half a note, see <see cref="SharedFile"/>.</summary>
    /// <param name="expected">What stands there now; a file that has changed since is left alone.</param>
    /// <returns>Whether it was written.</returns>
    public Task<bool> ReplaceAsync(string? expected, string text, CancellationToken cancellationToken) =>
        SharedFile.ReplaceAsync(path, expected is null ? null : Utf8.GetBytes(expected), Utf8.GetBytes(text), cancellationToken);

    /// <summary>What sync tools leave beside a note when two devices changed it: <c>… (conflicted copy).md</c>,
    /// <c>….sync-conflict-….md</c>, <c>… 2.md</c>.</summary>
    public IReadOnlyList<string> ConflictCopies()
    {
        var folder = new DirectoryInfo(System.IO.Path.GetDirectoryName(path)!);
        var name = System.IO.Path.GetFileNameWithoutExtension(path);
        return folder.Exists
            ?
            [
                .. folder
                    .EnumerateFiles($"{name}*.md")
                    .Select(file => file.Name)
                    .Where(each => each != $"{name}.md")
                    .Order(StringComparer.Ordinal)
                    .Take(3),
            ]
            : [];
    }

    // UTF-16 without a mark is valid UTF-8 with a NUL for every other byte.
    private static string Text(byte[] bytes) =>
        bytes.Contains((byte)0) ? throw new InvalidDataException("it holds NUL characters; save it as UTF-8 text") : Utf8.GetString(bytes);
}
