using System.IO.Compression;
using NewsEducator.Contracts;

namespace NewsEducator.Review.Cli.Bundles;

/// <summary>The files of a bundle, read with nothing trusted.</summary>
internal sealed class BundleFiles
{
    private const int MostFiles = 10_000;
    private readonly Dictionary<string, byte[]> _content;

    private BundleFiles(List<(string Path, byte[] Content)> files, BundleManifest manifest)
    {
        InOrder = files;
        Manifest = manifest;
        _content = files.DistinctBy(file => file.Path).ToDictionary(file => file.Path, file => file.Content, StringComparer.Ordinal);
    }

    public BundleManifest Manifest { get; }

    public IReadOnlyList<(string Path, byte[] Content)> InOrder { get; }

    public byte[]? Find(string path) => _content.GetValueOrDefault(path);

    /// <returns>Null where the file is missing or is no such JSON.</returns>
    public T? Read<T>(string path)
        where T : class => Find(path) is { } content ? BundleJson.Read<T>(content) : null;

    /// <returns>Null where the bytes are no zip with a manifest.</returns>
    public static BundleFiles? Open(byte[] bundle)
    {
        var files = Entries(bundle);
        return
            files is [(BundleManifest.Path, var first), ..]
            && BundleJson.Read<BundleManifest>(first) is { Format: BundleManifest.CurrentFormat } manifest
            ? new BundleFiles(files, manifest)
            : null;
    }

    // What is not stored as it is was not written by the product; nothing is unpacked that could grow.
    private static List<(string Path, byte[] Content)> Entries(byte[] bundle)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(bundle, writable: false), ZipArchiveMode.Read);
            var entries = zip.Entries.Count > MostFiles ? [] : zip.Entries.ToList();
            return entries.TrueForAll(entry => entry.CompressedLength == entry.Length && entry.Length <= bundle.Length)
                ? entries.ConvertAll(Content)
                : [];
        }
        catch (Exception error) when (error is InvalidDataException or IOException or NotSupportedException or ArgumentException)
        {
            return [];
        }
    }

    private static (string Path, byte[] Content) Content(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        var content = new byte[entry.Length];
        stream.ReadExactly(content);
        return (entry.FullName, content);
    }
}
