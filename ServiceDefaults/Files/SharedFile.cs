namespace NewsEducator.ServiceDefaults.Files;

/// <summary>A file in a folder that people, editors and sync tools write to at the same time.</summary>
/// <remarks>
/// Every write is a new file beside it, flushed, then put in its place at once: nobody sees half of it. What stood there is kept until it has been
/// compared: whatever a person saved between the last look and the exchange is put back.
/// </remarks>
public static class SharedFile
{
    /// <returns>Null where there is no file, or nothing it could lie in.</returns>
    public static async Task<byte[]?> ReadAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            return await File.ReadAllBytesAsync(path, cancellationToken);
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <param name="path">The file; its folder is made where it is missing.</param>
    /// <param name="expected">What stands there; null: nothing. A file that holds anything else is left as it is.</param>
    /// <param name="content">What is to stand there.</param>
    /// <returns>Whether it was written.</returns>
    /// <exception cref="IOException">The folder is full, read-only, away or not a folder; the file is as it was.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written.</exception>
    public static async Task<bool> ReplaceAsync(string path, byte[]? expected, byte[] content, CancellationToken cancellationToken)
    {
        var folder = Path.GetDirectoryName(path)!;
        Directory.CreateDirectory(folder);
        // Hidden and of a foreign kind, so that notes programs and sync tools leave them alone.
        var draft = Path.Combine(folder, $".{Path.GetFileName(path)}.{Guid.NewGuid():N}.tmp");
        try
        {
            await WriteAsync(draft, content, cancellationToken);
            return IsSame(await ReadAsync(path, cancellationToken), expected)
                && (expected is null ? Place(draft, path) : await ExchangeAsync(draft, path, expected, content, cancellationToken));
        }
        finally
        {
            Discard(draft);
        }
    }

    private static async Task WriteAsync(string draft, byte[] content, CancellationToken cancellationToken)
    {
        await using var file = new FileStream(draft, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        await file.WriteAsync(content, cancellationToken);
        file.Flush(flushToDisk: true);
    }

    /// <summary>Somebody may have made the file meanwhile: theirs stays.</summary>
    private static bool Place(string draft, string path)
    {
        try
        {
            File.Move(draft, path, overwrite: false);
            return true;
        }
        catch (IOException) when (File.Exists(path))
        {
            return false;
        }
    }

    private static async Task<bool> ExchangeAsync(string draft, string path, byte[] expected, byte[] content, CancellationToken cancellationToken)
    {
        var former = $"{draft}.old";
        File.Replace(draft, path, former);
        if (IsSame(await ReadAsync(former, cancellationToken), expected))
        {
            Discard(former);
            return true;
        }

        // Saved in the very moment of the exchange; where the file has changed once more since, the later save stays.
        if (IsSame(await ReadAsync(path, cancellationToken), content))
        {
            File.Move(former, path, overwrite: true);
        }

        Discard(former);
        return false;
    }

    private static bool IsSame(byte[]? one, byte[]? other) => one is null || other is null ? one is null && other is null : one.AsSpan().SequenceEqual(other);

    // What fails here failed before for the same reason, and that one is the caller's to know.
    private static void Discard(string draft)
    {
        try
        {
            File.Delete(draft);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
        }
    }
}
