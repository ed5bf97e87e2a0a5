using System.Text.RegularExpressions;
using NewsEducator.Contracts;

namespace NewsEducator.Summarizer.Judging;

/// <summary>What of a snapshot is judged: the title and what its author wrote, without code and comments.</summary>
/// <param name="Title">As served.</param>
/// <param name="Source">The author's text with its markup.</param>
/// <param name="Prose">The same on one line, without code and comments in the markup.</param>
internal sealed partial record JudgedText(string Title, string Source, string Prose)
{
    private const int Part = 700;
    private const int LongestTitle = 300;
    private const int MostRead = 8_000;

    public static JudgedText Of(Snapshot snapshot)
    {
        var own = snapshot
            .Sections.Where(section => section.Kind is SectionKind.Body or SectionKind.Transcript)
            .Select(section => snapshot.Text.Substring(section.Start, section.Length));
        var source = string.Join('\n', own);
        source = source.Length > MostRead ? source[..MostRead] : source;
        return new JudgedText(Cut(snapshot.Title, 0, LongestTitle), source, Blank().Replace(NoProse().Replace(source, " "), " ").Trim());
    }

    /// <summary>What is encoded: the title, and the first and the next 700 characters where there are any.</summary>
    public IReadOnlyList<string> Parts => [Title, .. new[] { Cut(Prose, 0, Part), Cut(Prose, Part, Part) }.Where(part => part.Length > 0)];

    private static string Cut(string text, int from, int most) =>
        text.Length <= from ? "" : text.Substring(from, Math.Min(most, text.Length - from));

    [GeneratedRegex(@"<!--.*?(-->|$)|```.*?(```|$)|~~~.*?(~~~|$)|(?<=^|\n)(    |\t)[^\n]*", RegexOptions.Singleline)]
    private static partial Regex NoProse();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blank();
}
