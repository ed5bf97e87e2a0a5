using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using NewsEducator.Contracts;
using NewsEducator.Review.Packs.Files;

namespace NewsEducator.Review.Notes;

/// <summary>Changes single lines of a person's note and keeps every other byte: their own remarks, line ends, byte order mark.</summary>
internal static partial class NoteText
{
    private const string Remark = "> ⚠️ News-Educator：";
    private const string ComplianceMark = "白名单合规校验：";

    /// <summary>The note without this service's remarks.</summary>
    public static string WithoutRemarks(string note) =>
        string.Concat(Lines(note).Where(line => !line.StartsWith(Remark, StringComparison.Ordinal)));

    /// <summary>The note with this one remark at its head, in place of any that begins alike.</summary>
    /// <param name="message">Null: with none.</param>
    public static string WithRemark(string note, string beginning, string? message)
    {
        var lines = Lines(note).ToList();
        var old = lines.FindIndex(line => line.StartsWith(Remark + beginning, StringComparison.Ordinal));
        if (old >= 0 && message is not null && lines[old].TrimEnd('\r', '\n') == Remark + message)
        {
            return note;
        }

        var without = string.Concat(lines.Where(line => !line.StartsWith(Remark + beginning, StringComparison.Ordinal)));
        return message is null ? without : WithRemarks(without, [(0, message)]);
    }

    /// <summary>Each message right below the line it is about.</summary>
    /// <param name="note">Without remarks.</param>
    /// <param name="remarks">Line numbers from 1; 0 stands for the note as a whole.</param>
    public static string WithRemarks(string note, IEnumerable<(int Line, string Message)> remarks)
    {
        var lines = Lines(note).ToList();
        var head = EndOfHead(lines);
        var newLine = note.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        var below = remarks.ToLookup(
            remark => Math.Min(Math.Max(remark.Line, head), lines.Count),
            remark => $"{Remark}{MarkdownText.Escape(PlainText.Line(remark.Message))}{newLine}"
        );
        var text = new StringBuilder();
        for (var number = 1; number <= lines.Count; number++)
        {
            var line = lines[number - 1];
            text.Append(line);
            if (below.Contains(number))
            {
                text.Append(line.EndsWith('\n') ? "" : newLine).AppendJoin("", below[number]);
            }
        }

        return text.ToString();
    }

    /// <summary>The note with the pack's state in it: ticks, texts, the check's outcome, and that it is released.</summary>
    /// <param name="note">Without remarks.</param>
    /// <param name="written">What the note says.</param>
    /// <param name="pack">What it is to say; of the same candidates.</param>
    public static string Update(string note, PackDocument written, PackDocument pack)
    {
        var lines = Lines(note).ToList();
        var changed = new NoteLines(lines);
        foreach (var (old, entry) in written.Items.Zip(pack.Items))
        {
            changed.Enter(old.Line);
            changed.SetTicks(entry.Choice);
            if (old.Title != entry.Title)
            {
                changed.SetHeading($"## {entry.Number}. {MarkdownText.Escape(entry.Title)}");
            }

            foreach (var (field, before, now) in Texts(old, entry).Where(each => each.Before != each.Now))
            {
                changed.SetField(field, now);
            }
        }

        SetCompliance(lines, pack.Compliance.ToString());
        if (pack.Status == PackDocument.Released || written.Status == PackDocument.Released)
        {
            SetStatus(lines, pack.Status);
        }

        return string.Concat(lines.Where(line => line.Length > 0));
    }

    private static IEnumerable<(string Field, string? Before, string? Now)> Texts(PackEntry old, PackEntry entry) =>
        [
            (PackFormat.Summary, old.Summary, entry.Summary),
            (PackFormat.OneLiner, old.OneLiner, entry.OneLiner),
            (PackFormat.Analogy, old.Analogy, entry.Analogy),
            (PackFormat.Terms, old.Terms, entry.Terms),
        ];

    private static void SetCompliance(List<string> lines, string outcome)
    {
        var index = lines.FindLastIndex(line => line.Contains(ComplianceMark, StringComparison.Ordinal));
        if (index >= 0)
        {
            lines[index] = Compliance()
                .Replace(lines[index], match => $"{match.Groups["mark"].Value}{outcome}{match.Groups["end"].Value}", 1);
        }
    }

    private static void SetStatus(List<string> lines, string status)
    {
        for (var index = 0; index < EndOfHead(lines); index++)
        {
            if (FrontMatter.Own().Match(lines[index].TrimEnd('\r', '\n')) is { Success: true } own && own.Groups["key"].Value == "status")
            {
                lines[index] = $"{own.Groups["before"].Value}{status}{own.Groups["after"].Value}{NoteLines.EndOf(lines[index])}";
            }
        }
    }

    /// <returns>Number of the front matter's last line; of the note's last line where it has none.</returns>
    private static int EndOfHead(List<string> lines)
    {
        var end = lines.Count < 2 ? -1 : lines.FindIndex(1, line => line.TrimEnd() == "---");
        return end < 0 ? lines.Count : end + 1;
    }

    /// <summary>With their ends, so that put together again they are the note.</summary>
    private static IEnumerable<string> Lines(string note)
    {
        for (var start = 0; start < note.Length; )
        {
            var end = note.IndexOf('\n', start) is var found and >= 0 ? found + 1 : note.Length;
            yield return note[start..end];
            start = end;
        }
    }

    [GeneratedRegex(@"(?<mark>白名单合规校验：)[^*\r\n]*(?<end>\*)")]
    private static partial Regex Compliance();
}
