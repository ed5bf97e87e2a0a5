using System.Text;
using NewsEducator.Contracts;

namespace NewsEducator.Publisher.Search;

/// <summary>The one segmentation of index and query: words of alphabetic scripts, pairs of characters where there are no blanks.</summary>
/// <remarks>A pair finds every word of two characters or more, whatever a dictionary would have cut.</remarks>
internal static class SearchTokens
{
    /// <summary>Lower case, full-width forms as ASCII, nothing invisible.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var rune in PlainText.Line(text).EnumerateRunes())
        {
            var narrow = rune.Value is >= 0xFF01 and <= 0xFF5E ? new Rune(rune.Value - 0xFEE0) : rune;
            folded.Append(Rune.ToLowerInvariant(narrow).ToString());
        }

        return folded.ToString();
    }

    /// <summary>What a text is indexed under: words, single characters and pairs of them. A name with signs is found without
    /// them too.</summary>
    public static List<string> OfText(string text) =>
        [
            .. RunsOf(Fold(text))
                .SelectMany(run => IsIdeographic(run) ? SinglesOf(run).Concat(PairsOf(run)) : [run, run.TrimEnd('+', '#')])
                .Distinct(),
        ];

    /// <summary>What has to be found: a single character only where it stands alone.</summary>
    public static List<string> OfRun(string run) =>
        !IsIdeographic(run) || SinglesOf(run).Skip(1).FirstOrDefault() is null ? [run] : [.. PairsOf(run)];

    /// <summary>Maximal stretches of one kind. The signs that end a name belong to it: C++, C#.</summary>
    public static List<string> RunsOf(string folded)
    {
        var runs = new List<string>();
        var (run, kind) = (new StringBuilder(), 0);
        var runes = folded.EnumerateRunes().ToList();
        for (var at = 0; at < runes.Count; at++)
        {
            var rune = runes[at];
            var next =
                IsIdeograph(rune) ? 1
                : Rune.IsLetterOrDigit(rune) || (kind == 2 && EndsName(runes, at)) ? 2
                : 0;
            if (next != kind && run.Length > 0)
            {
                runs.Add(run.ToString());
                run.Clear();
            }

            kind = next;
            run.Append(next == 0 ? "" : rune.ToString());
        }

        return run.Length > 0 ? [.. runs, run.ToString()] : runs;
    }

    /// <summary>Scripts that are written without blanks: Han, kana, Hangul and their extensions.</summary>
    public static bool IsIdeograph(Rune rune) =>
        rune.Value
            is (>= 0x2E80 and <= 0x2FDF)
                or 0x3005
                or 0x3007
                or (>= 0x3040 and <= 0x30FF)
                or (>= 0x3100 and <= 0x9FFF)
                or (>= 0xAC00 and <= 0xD7AF)
                or (>= 0xF900 and <= 0xFAFF)
                or (>= 0x20000 and <= 0x3FFFF);

    // Not in a+b or abc#1, where they stand between two words.
    private static bool EndsName(List<Rune> runes, int at)
    {
        if (!IsSign(runes[at]))
        {
            return false;
        }

        var next = runes.FindIndex(at, rune => !IsSign(rune));
        return next < 0 || !Rune.IsLetterOrDigit(runes[next]) || IsIdeograph(runes[next]);
    }

    private static bool IsSign(Rune rune) => rune.Value is '+' or '#';

    private static bool IsIdeographic(string run) => IsIdeograph(Rune.GetRuneAt(run, 0));

    private static IEnumerable<string> SinglesOf(string run) => run.EnumerateRunes().Select(rune => rune.ToString());

    private static IEnumerable<string> PairsOf(string run) => SinglesOf(run).Zip(SinglesOf(run).Skip(1), string.Concat);
}
