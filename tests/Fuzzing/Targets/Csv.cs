using System.Text;

namespace NewsEducator.Fuzzing.Targets;

/// <summary>Reads CSV as RFC 4180 has it, every cell in quotation marks.</summary>
internal static class Csv
{
    public static List<List<string>> Read(string table)
    {
        var rows = new List<List<string>> { new() };
        for (var at = 0; at < table.Length; )
        {
            Property.Holds(table[at] == '"', "a cell begins with a quotation mark");
            var cell = new StringBuilder();
            for (at++; table[at] != '"' || (at + 1 < table.Length && table[at + 1] == '"'); at++)
            {
                at += table[at] == '"' ? 1 : 0;
                cell.Append(table[at]);
            }

            rows[^1].Add(cell.ToString());
            at++;
            if (at < table.Length && table[at] == ',')
            {
                at++;
            }
            else
            {
                Property.Holds(table.AsSpan(at).StartsWith("\r\n"), "a row ends with a line end");
                at += 2;
                rows.Add([]);
            }
        }

        rows.RemoveAt(rows.Count - 1);
        return rows;
    }
}
