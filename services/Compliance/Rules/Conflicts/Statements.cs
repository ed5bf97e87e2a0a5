using System.Text.RegularExpressions;
using NewsEducator.Contracts;

namespace NewsEducator.Compliance.Rules.Conflicts;

/// <summary>Reads what a source itself states: not what it asks, guesses or quotes, and not what others comment below it.</summary>
internal static partial class Statements
{
    // More is not read: beside a summary nobody would find it either.
    private const int MostRead = 60_000;
    private const int Most = 400;
    private const int Shortest = 12;
    private const int Longest = 400;

    public static IReadOnlyList<Statement> Of(Snapshot snapshot) =>
        [
            .. snapshot
                .Sections.Where(IsOwn)
                .SelectMany(section => Sentences(snapshot.Text, section))
                .Select(span => Read(snapshot, span))
                .OfType<Statement>()
                .Take(Most),
        ];

    private static bool IsOwn(SnapshotSection section) =>
        (section.Kind != SectionKind.Comment || section.IsAnswer) && section.Start < MostRead;

    private static IEnumerable<Range> Sentences(string text, SnapshotSection section)
    {
        var isCode = false;
        var end = Math.Min(Math.Min(section.Start + section.Length, text.Length), MostRead);
        for (var at = section.Start; at < end; )
        {
            var stop = text.IndexOf('\n', at, end - at);
            stop = stop < 0 ? end : stop;
            var line = text.AsSpan(at, stop - at);
            isCode ^= line.TrimStart().StartsWith("```");
            if (!isCode && !IsQuoted(line))
            {
                foreach (var span in Contracts.Sentences.Spans(text, at, stop))
                {
                    yield return span;
                }
            }

            at = stop + 1;
        }
    }

    // Quotes of others, code, and cells of tables, whose meaning is in another line.
    private static bool IsQuoted(ReadOnlySpan<char> line) =>
        line.StartsWith("    ") || line.StartsWith("\t") || line.TrimStart() is ['>' or '|', ..] || line.Count('|') > 1;

    private static Statement? Read(Snapshot snapshot, Range span)
    {
        var whole = snapshot.Text[span];
        var text = whole.Trim();
        if (
            text.Length is < Shortest or > Longest
            || text.AsSpan().ContainsAny('?', '？', '~')
            || PlainWords.LooseChinese.Any(word => text.Contains(word, StringComparison.Ordinal))
        )
        {
            return null;
        }

        var gist = GistReader.Of(text);
        return gist is null
            ? null
            : new Statement(
                snapshot,
                span.Start.Value + whole.IndexOf(text, StringComparison.Ordinal),
                text,
                gist,
                [.. ClauseEnd().Split(text).Where(clause => clause.Length > 0).Select(clause => GistReader.Of(clause)).OfType<Gist>()]
            );
    }

    // The comma of "down for 42 minutes, and no order was lost", but not that of 1,024.
    [GeneratedRegex(@"[,;:] |[，；：]| (?=and |but |while |which |because |so )")]
    private static partial Regex ClauseEnd();
}
