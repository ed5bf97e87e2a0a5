using Microsoft.EntityFrameworkCore;
using NewsEducator.Collector.Data;
using NewsEducator.Collector.Selection;
using NewsEducator.Contracts;
using NewsEducator.ServiceDefaults.Messaging;
using Npgsql;
using NpgsqlTypes;

namespace NewsEducator.Benchmarks.Duplicates;

/// <summary>The Collector's table of items, filled as the Collector would, and the same texts in a table of their own.</summary>
internal sealed class ItemTable : IDisposable
{
    private readonly OutboxSignal _signal = new();
    private readonly Random _random = new(2);
    private readonly List<string> _texts = [];

    private ItemTable(string database)
    {
        Connection = new NpgsqlConnection(database);
        Connection.Open();
        Db = new CollectorDb(new DbContextOptionsBuilder<CollectorDb>().UseNpgsql(database).Options, _signal, TimeProvider.System);
    }

    public NpgsqlConnection Connection { get; }

    public CollectorDb Db { get; }

    public IReadOnlyList<string> LastSample { get; private set; } = [];

    public static ItemTable Make(string database)
    {
        var table = new ItemTable(database);
        table.Db.Database.Migrate();
        table.Execute("CREATE TABLE texts (url text, text text)");
        return table;
    }

    public void GrowTo(int size, InventedTexts texts)
    {
        var added = Enumerable.Range(0, size - _texts.Count).Select(_ => texts.Next()).ToList();
        using (
            var items = Connection.BeginBinaryImport(
                "COPY items (id, url, state, fingerprint, bands, first_seen_at, state_since) FROM STDIN (FORMAT BINARY)"
            )
        )
        {
            for (var at = 0; at < added.Count; at++)
            {
                var (url, fingerprint) = (UrlOf(_texts.Count + at), Fingerprint.Of(added[at]));
                items.WriteRow(
                    ItemIds.ForUrl(url),
                    url,
                    "Collected",
                    fingerprint.Hashes,
                    fingerprint.Bands,
                    DateTimeOffset.UnixEpoch,
                    DateTimeOffset.UnixEpoch
                );
            }

            items.Complete();
        }

        using (var rows = Connection.BeginBinaryImport("COPY texts FROM STDIN (FORMAT BINARY)"))
        {
            added.ForEach(text => rows.WriteRow("", text));
            rows.Complete();
        }

        _texts.AddRange(added);
        Execute("ANALYZE items");
    }

    /// <summary>Any of the texts in it.</summary>
    public List<string> Sample(int count)
    {
        var sample = Enumerable.Range(0, count).Select(_ => _texts[_random.Next(_texts.Count)]).ToList();
        LastSample = sample;
        return sample;
    }

    public void Execute(string sql)
    {
        using var command = new NpgsqlCommand(sql, Connection) { CommandTimeout = 0 };
        command.ExecuteNonQuery();
    }

    public void Dispose()
    {
        Db.Dispose();
        Connection.Dispose();
        _signal.Dispose();
    }

    private static string UrlOf(int number) => $"https://github.com/northwind-labs/invented/issues/{number + 1}";
}
