namespace NewsEducator.ServiceDefaults.Files;

/// <summary>A file in a folder that people, editors and sync tools write to at the same time.</summary>
/// <remarks>
/// Every write is a new file beside it, flushed, then put in its place at once: nobody sees half of it. What stood there is kept until it
/// has been compared: whatever a person saved between the last look and the exchange is put back.
/// </remarks>
public static class SharedFile
{
    // An editor that opened the file before the exchange writes into what was replaced, milliseconds later.
    private static readonly TimeSpan LateSave = TimeSpan.FromMilliseconds(200);

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
    public static Task<bool> ReplaceAsync(string path, byte[]? expected, byte[] content, CancellationToken cancellationToken) =>
        ReplaceAsync(path, expected, content, TimeProvider.System, cancellationToken);

    /// <param name="time">What the wait for a late save goes by.</param>
    internal static async Task<bool> ReplaceAsync(
        string path,
        byte[]? expected,
        byte[] content,
        TimeProvider time,
        CancellationToken cancellationToken
    )
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var exchange = FileExchange.Of(path, expected, content);
        try
        {
            await WriteAsync(exchange.Draft, content, cancellationToken);
            if (!IsSame(await ReadAsync(path, cancellationToken), expected))
            {
                return false;
            }

            if (expected is null)
            {
                return Place(exchange.Draft, path);
            }

            File.Replace(exchange.Draft, path, exchange.Former);
            return await EndAsync(exchange, time);
        }
        finally
        {
            Discard(exchange.Draft);
        }
    }

    /// <summary>Ends what a kill interrupted in a folder and those below it, so that neither a person's save nor a former text stays
    /// behind in a hidden file.</summary>
    /// <param name="before">Drafts written after this may be another process's, at work.</param>
    /// <returns>How many files were left.</returns>
    /// <exception cref="IOException">The folder cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be read.</exception>
    public static async Task<int> EndInterruptedAsync(string folder, DateTimeOffset before, CancellationToken cancellationToken)
    {
        var ended = 0;
        foreach (var (exchange, file) in FileExchange.LeftIn(folder))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (file == exchange.Former)
            {
                await EndAsync(exchange, TimeProvider.System);
                ended++;
            }
            else if (File.GetLastWriteTimeUtc(file) < before)
            {
                Discard(file);
                ended++;
            }
        }

        return ended;
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

    /// <returns>Whether the new text stands there.</returns>
    private static async Task<bool> EndAsync(FileExchange exchange, TimeProvider time)
    {
        // Not to be cancelled: what was begun is compared.
        await Task.Delay(LateSave, time, CancellationToken.None);
        var former = await ReadAsync(exchange.Former, CancellationToken.None);
        if (former is not null && exchange.WasExpected(former))
        {
            Discard(exchange.Former);
            return true;
        }

        var isNew = exchange.IsContent(await ReadAsync(exchange.Path, CancellationToken.None));
        if (former is null)
        {
            // Another process has ended it.
            return isNew;
        }

        // Saved at the moment of the exchange; where the file has changed once more since, the later save stays.
        if (isNew)
        {
            File.Move(exchange.Former, exchange.Path, overwrite: true);
        }

        Discard(exchange.Former);
        return false;
    }

    private static bool IsSame(byte[]? one, byte[]? other) =>
        one is null || other is null ? one is null && other is null : one.AsSpan().SequenceEqual(other);

    // What fails here failed before for the same reason, and that one is the caller's to know.
    private static void Discard(string draft)
    {
        try
        {
            File.Delete(draft);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException) { }
    }
}
