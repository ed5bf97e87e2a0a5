using System.Text.RegularExpressions;
using DiffPlex;
using DiffPlex.Chunkers;
using NewsEducator.Contracts;

namespace NewsEducator.Review.Candidates.Edits;

/// <summary>What an edit changed, word by word; Chinese, which puts no blanks between words, character by character.</summary>
internal static partial class WordDiff
{
    public static IReadOnlyList<DiffPart> Of(string before, string after)
    {
        var diff = Differ.Instance.CreateDiffs(before, after, ignoreWhiteSpace: false, ignoreCase: false, new CustomFunctionChunker(Words));
        var parts = new List<DiffPart>();
        var position = 0;
        foreach (var block in diff.DiffBlocks)
        {
            Add(parts, DiffKind.Same, diff.PiecesNew, position, block.InsertStartB - position);
            Add(parts, DiffKind.Removed, diff.PiecesOld, block.DeleteStartA, block.DeleteCountA);
            Add(parts, DiffKind.Added, diff.PiecesNew, block.InsertStartB, block.InsertCountB);
            position = block.InsertStartB + block.InsertCountB;
        }

        Add(parts, DiffKind.Same, diff.PiecesNew, position, diff.PiecesNew.Count - position);
        return parts;
    }

    private static void Add(List<DiffPart> parts, DiffKind kind, IReadOnlyList<string> pieces, int start, int count)
    {
        if (count > 0)
        {
            parts.Add(new DiffPart(kind, string.Concat(pieces.Skip(start).Take(count))));
        }
    }

    private static string[] Words(string text) => [.. Word().Matches(text).Select(match => match.Value)];

    // "P99", " ", "升", "到", "4.2.0": blanks are words, too, so that the parts put together are the text again.
    [GeneratedRegex(@"[A-Za-z0-9_]+(?:[.\-][A-Za-z0-9_]+)*|\s+|[\uD800-\uDBFF][\uDC00-\uDFFF]|.", RegexOptions.Singleline)]
    private static partial Regex Word();
}
