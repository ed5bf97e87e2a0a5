using System.Globalization;

namespace NewsEducator.Benchmarks;

/// <summary>Files that a peer is to read.</summary>
internal sealed class ScratchFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("news-educator-");
    private int _files;

    public string Write(string text)
    {
        var path = Path.Combine(_folder.FullName, (++_files).ToString(CultureInfo.InvariantCulture));
        File.WriteAllText(path, text);
        return path;
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
