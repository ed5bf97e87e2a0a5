using System.Globalization;
using System.Text;

namespace NewsEducator.Publisher.Cards.Decks;

/// <summary>Notes as CSV (RFC 4180, UTF-8 with its mark, which spreadsheets look for).</summary>
internal static class CardTable
{
    private static readonly string[] Columns = ["guid", "date", "question", "answer", "more", "concept", "type", "source", "page"];

    public static byte[] Write(IReadOnlyList<DeckNote> notes)
    {
        var table = new StringBuilder("\uFEFF");
        Append(table, Columns);
        foreach (var note in notes)
        {
            Append(
                table,
                [
                    note.Guid.ToString("N"),
                    note.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                    note.Question,
                    note.Answer,
                    note.More,
                    note.Concept,
                    note.Type,
                    note.Source,
                    note.Page.AbsoluteUri,
                ]
            );
        }

        return Encoding.UTF8.GetBytes(table.ToString());
    }

    private static void Append(StringBuilder table, IEnumerable<string> values) =>
        table.AppendJoin(',', values.Select(value => $"\"{Safe(value).Replace("\"", "\"\"", StringComparison.Ordinal)}\"")).Append("\r\n");

    /// <summary>A spreadsheet runs what begins like a formula, blanks before it or not.</summary>
    private static string Safe(string value) =>
        value.TrimStart() is [var first, ..]
        && (first is '=' or '+' or '-' or '@' or '＝' or '＋' or '－' or '＠' || value[0] is '\t' or '\r')
            ? $"'{value}"
            : value;
}
