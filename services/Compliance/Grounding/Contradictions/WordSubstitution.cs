using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using NewsEducator.Compliance.Grounding.Figures;
using NewsEducator.Compliance.Grounding.Words;

namespace NewsEducator.Compliance.Grounding.Contradictions;

/// <summary>Finds the words of a nearly verbatim sentence that the source does not have in this place: there it says something
/// else.</summary>
internal static class WordSubstitution
{
    private const int ShortestPlain = 3;

    public static List<string> Find(string sentence, ReadOnlySpan<char> there)
    {
        var known = CountsOf(there);
        var exchanged = new List<string>();
        var reader = new WordReader(sentence, stackalloc char[WordReader.Longest]);
        while (reader.Next())
        {
            var word = sentence.AsSpan(reader.Start, reader.End - reader.Start);
            if (
                IsTelling(word)
                && !Polarity.IsNegation(reader.Stem)
                && !(IsSpelt(word, reader.Start, there) && Uses(known, word, reader.Stem))
            )
            {
                exchanged.Add(word.ToString());
            }
        }

        return exchanged;
    }

    // A name may well be said twice; a figure that is there more often than in the source has taken the place of another one.
    private static bool Uses(Dictionary<string, int> known, ReadOnlySpan<char> word, ReadOnlySpan<char> stem)
    {
        var isFigure = char.IsAsciiDigit(word[0]) || NumberReading.IsCount(word);
        ref var left = ref CollectionsMarshal.GetValueRefOrNullRef(known.GetAlternateLookup<ReadOnlySpan<char>>(), stem);
        return !Unsafe.IsNullRef(ref left) && (!isFigure || left-- > 0);
    }

    private static Dictionary<string, int> CountsOf(ReadOnlySpan<char> text)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var lookup = counts.GetAlternateLookup<ReadOnlySpan<char>>();
        var reader = new WordReader(text, stackalloc char[WordReader.Longest]);
        while (reader.Next())
        {
            CollectionsMarshal.GetValueRefOrAddDefault(lookup, reader.Stem, out _)++;
        }

        return counts;
    }

    // Inside a sentence a capital makes a name of a word: Station is not station.
    private static bool IsSpelt(ReadOnlySpan<char> word, int at, ReadOnlySpan<char> there) =>
        at == 0 || !char.IsUpper(word[0]) || there.Contains(word, StringComparison.Ordinal);

    private static bool IsTelling(ReadOnlySpan<char> word) =>
        word.Length >= ShortestPlain || word.ContainsAnyInRange('A', 'Z') || char.IsAsciiDigit(word[0]);
}
