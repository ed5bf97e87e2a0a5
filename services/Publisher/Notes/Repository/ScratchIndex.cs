namespace NewsEducator.Publisher.Notes.Repository;

/// <summary>An index of our own beside the repository's, gone when it is no longer used.</summary>
internal sealed class ScratchIndex : IDisposable
{
    private const string Name = "index.news-educator.";

    private ScratchIndex(string path) => Path = path;

    public string Path { get; }

    /// <param name="folder">Git's own folder: what is there can take the index's place at once.</param>
    public static ScratchIndex In(string folder) => new(System.IO.Path.Combine(folder, $"{Name}{Guid.NewGuid():N}"));

    /// <summary>What processes left behind that were killed.</summary>
    public static void RemoveLeft(string folder)
    {
        foreach (var left in Directory.EnumerateFiles(folder, $"{Name}*"))
        {
            File.Delete(left);
        }
    }

    public void Dispose()
    {
        File.Delete(Path);
        File.Delete($"{Path}.lock");
    }
}
