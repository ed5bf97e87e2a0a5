using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;
using NewsEducator.Contracts;

namespace NewsEducator.Publisher.Cards.Decks;

/// <summary>Notes as an Anki package: a zip of an SQLite collection of schema 11, which every version since 2.1 imports.</summary>
/// <remarks>An import updates a note where guid and note type are the same and its time is later; the ids here therefore never
/// change.</remarks>
internal static class AnkiPackage
{
    public const long DeckId = 1_764_400_000_001;
    public const long NoteTypeId = 1_764_400_000_002;

    // When what a note says was last made differently from the same content: those who have it get it anew.
    private static readonly DateTimeOffset FormatChangedAt = new(2026, 11, 30, 0, 0, 0, TimeSpan.Zero);

    private const char FieldSeparator = '\u001f';

    /// <summary>The same notes give the same bytes.</summary>
    public static byte[] Write(IReadOnlyList<DeckNote> notes)
    {
        // SQLite writes files only.
        var file = Path.GetTempFileName();
        try
        {
            var address = new SqliteConnectionStringBuilder { DataSource = file, Pooling = false };
            using (var collection = new SqliteConnection(address.ConnectionString))
            {
                collection.Open();
                Fill(collection, notes);
            }

            return StoredZip.Write([("collection.anki2", File.ReadAllBytes(file)), ("media", "{}"u8.ToArray())]);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static void Fill(SqliteConnection collection, IReadOnlyList<DeckNote> notes)
    {
        // One that is killed leaves a file that nobody reads.
        Run(collection, "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF");
        using var transaction = collection.BeginTransaction();
        Run(collection, AnkiSchema.Tables);
        var changedAt = notes.Select(TimeOf).Append(FormatChangedAt).Max();
        Run(
            collection,
            "INSERT INTO col VALUES (1, $created, $changed * 1000, $changed * 1000, 11, 0, 0, 0, $conf, $models, $decks, $dconf, '{}')",
            ("$created", FormatChangedAt.ToUnixTimeSeconds()),
            ("$changed", changedAt.ToUnixTimeSeconds()),
            ("$conf", AnkiSchema.Configuration()),
            ("$models", AnkiSchema.NoteTypes(NoteTypeId, DeckId)),
            ("$decks", AnkiSchema.Decks(DeckId)),
            ("$dconf", AnkiSchema.DeckOptions)
        );
        var used = new HashSet<long>();
        foreach (var (position, note) in notes.Index())
        {
            // Milliseconds at which it was made, and an id as well.
            var id = note.PublishedAt.ToUnixTimeMilliseconds();
            while (!used.Add(id))
            {
                id++;
            }

            Insert(collection, note, id, position);
        }

        transaction.Commit();
    }

    private static void Insert(SqliteConnection collection, DeckNote note, long id, int position)
    {
        var fields = AnkiFields.Of(note);
        var changed = TimeOf(note).ToUnixTimeSeconds();
        Run(
            collection,
            "INSERT INTO notes VALUES ($id, $guid, $type, $changed, -1, $tags, $fields, $first, $sum, 0, '')",
            ("$id", id),
            ("$guid", note.Guid.ToString("N")),
            ("$type", NoteTypeId),
            ("$changed", changed),
            ("$tags", AnkiFields.TagsOf(note)),
            ("$fields", string.Join(FieldSeparator, fields)),
            ("$first", note.Question),
            ("$sum", ChecksumOf(note.Question))
        );
        Run(
            collection,
            "INSERT INTO cards VALUES ($id, $id, $deck, 0, $changed, -1, 0, 0, $position, 0, 0, 0, 0, 0, 0, 0, 0, '')",
            ("$id", id),
            ("$deck", DeckId),
            ("$changed", changed),
            ("$position", position + 1)
        );
    }

    private static DateTimeOffset TimeOf(DeckNote note) => note.ChangedAt > FormatChangedAt ? note.ChangedAt : FormatChangedAt;

    /// <summary>Anki's: the first 32 bits of the SHA-1 of the first field's text.</summary>
    [System.Diagnostics.CodeAnalysis.SuppressMessage("Security", "CA5350", Justification = "Anki's format; it protects nothing.")]
    private static long ChecksumOf(string text) =>
        long.Parse(
            Convert.ToHexString(SHA1.HashData(Encoding.UTF8.GetBytes(text))).AsSpan(0, 8),
            NumberStyles.HexNumber,
            CultureInfo.InvariantCulture
        );

    private static void Run(SqliteConnection collection, string sql, params (string Name, object Value)[] values)
    {
        using var command = collection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in values)
        {
            command.Parameters.AddWithValue(name, value);
        }

        command.ExecuteNonQuery();
    }
}
