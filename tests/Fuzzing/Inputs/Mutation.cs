namespace NewsEducator.Fuzzing.Inputs;

/// <summary>One change of a document.</summary>
/// <param name="Kind">Which.</param>
/// <param name="At">Where: any number, taken as a share of the text.</param>
/// <param name="Length">How much: any number.</param>
/// <param name="Word">A token of the grammar, a hostile piece or an extreme number.</param>
internal sealed record Mutation(MutationKind Kind, int At, int Length, string Word)
{
    private const int LongestRange = 200;
    private const int LongestResult = 100_000;
    private const int MostCopies = 20_000;

    /// <param name="text">The document so far.</param>
    /// <param name="other">Another one of the same grammar, to splice with.</param>
    public string Of(string text, string other)
    {
        var start = text.Length == 0 ? 0 : At % (text.Length + 1);
        var end = Math.Min(text.Length, start + 1 + (Length % LongestRange));
        var result = Kind switch
        {
            MutationKind.Delete => text.Remove(start, end - start),
            MutationKind.Duplicate => text.Insert(start, text[start..end]),
            MutationKind.Truncate => text[..start],
            MutationKind.Insert => text.Insert(start, Word),
            MutationKind.Replace => string.Concat(text.AsSpan(0, start), Word, text.AsSpan(end)),
            MutationKind.ReplaceUnit => start == text.Length
                ? text + Word
                : string.Concat(text.AsSpan(0, start), Word, text.AsSpan(start + 1)),
            MutationKind.Number => WithNumber(text, start),
            MutationKind.Splice => string.Concat(text.AsSpan(0, start), other.AsSpan(Length % (other.Length + 1))),
            MutationKind.SwapLines => SwapLines(text),
            MutationKind.DuplicateLine => DuplicateLine(text),
            MutationKind.Flip => start == text.Length
                ? text
                : string.Concat(text.AsSpan(0, start), Flip(text[start]), text.AsSpan(start + 1)),
            MutationKind.Repeat => text.Insert(start, Repeated(Word)),
            _ => text.Insert(start, Repeated(text[start..end])),
        };
        return result.Length > LongestResult ? result[..LongestResult] : result;
    }

    private string Repeated(string piece) =>
        string.Concat(Enumerable.Repeat(piece, Math.Min(1 + (Length % MostCopies), LongestResult / Math.Max(1, piece.Length))));

    // Letters change their case, anything else its lowest bit.
    private static string Flip(char unit) =>
        char.ToString(
            char.IsLower(unit) ? char.ToUpperInvariant(unit)
            : char.IsUpper(unit) ? char.ToLowerInvariant(unit)
            : (char)(unit ^ 1)
        );

    private string WithNumber(string text, int start)
    {
        var from = text.AsSpan(start).IndexOfAnyInRange('0', '9');
        if (from < 0)
        {
            return text.Insert(start, Word);
        }

        from += start;
        var length = text.AsSpan(from).IndexOfAnyExceptInRange('0', '9');
        return string.Concat(text.AsSpan(0, from), Word, length < 0 ? [] : text.AsSpan(from + length));
    }

    private string SwapLines(string text)
    {
        var lines = text.Split('\n');
        var (one, two) = (At % lines.Length, Length % lines.Length);
        (lines[one], lines[two]) = (lines[two], lines[one]);
        return string.Join('\n', lines);
    }

    private string DuplicateLine(string text)
    {
        var lines = text.Split('\n').ToList();
        lines.Insert(Length % (lines.Count + 1), lines[At % lines.Count]);
        return string.Join('\n', lines);
    }
}

/// <summary>How a document is changed.</summary>
internal enum MutationKind
{
    Delete,
    Duplicate,
    Truncate,
    Insert,
    Replace,
    ReplaceUnit,
    Number,
    Splice,
    SwapLines,
    DuplicateLine,
    Flip,

    /// <summary>A word, up to twenty thousand times: deep nesting, long tokens.</summary>
    Repeat,

    /// <summary>A piece of the text, up to twenty thousand times.</summary>
    RepeatRange,
}
