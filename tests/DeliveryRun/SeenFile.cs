using System.Globalization;
using System.Text;

namespace NewsEducator.DeliveryRun;

/// <summary>An event as somebody saw it.</summary>
internal sealed record Seen(Guid Id, DateOnly Date, int Revision)
{
    // Whatever was cut off by a kill does not end like this.
    private const string End = ".";

    public string Line => string.Create(CultureInfo.InvariantCulture, $"{Id:N} {Date:yyyy-MM-dd} {Revision} {End}");

    /// <returns>Null where the line was not written whole.</returns>
    public static Seen? Of(string line) =>
        line.Split(' ') is [var id, var date, var revision, End]
            ? new Seen(
                Guid.ParseExact(id, "N"),
                DateOnly.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture),
                int.Parse(revision, CultureInfo.InvariantCulture)
            )
            : null;
}

/// <summary>What somebody has seen, in order; on disk before it is acknowledged.</summary>
internal sealed class SeenFile : IDisposable
{
    private readonly FileStream _file;
    private readonly Lock _lock = new();

    public SeenFile(string path)
    {
        _file = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.Read);
        // A kill may have left half of a line.
        _file.WriteByte((byte)'\n');
    }

    public static List<Seen> Read(string path) =>
        File.Exists(path) ? [.. File.ReadLines(path).Select(Seen.Of).Where(seen => seen is not null).Select(seen => seen!)] : [];

    public void Add(Seen seen)
    {
        lock (_lock)
        {
            _file.Write(Encoding.ASCII.GetBytes($"{seen.Line}\n"));
            _file.Flush(flushToDisk: true);
        }
    }

    public void Dispose() => _file.Dispose();
}
