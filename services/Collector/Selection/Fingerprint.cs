using System.Globalization;
using System.Text;

namespace NewsEducator.Collector.Selection;

/// <summary>
/// A text as the smallest hashes of its groups of four words, whatever its case, punctuation and layout. A bottom-k
/// sketch: exact for texts of up to <see cref="Size"/> groups, within a few percent for longer ones, 1 KB in any case.
/// </summary>
internal sealed class Fingerprint
{
    public const int Size = 256;
    private const int GroupLength = 4;
    private readonly int[] _smallest;

    private Fingerprint(int[] smallest, int[] bands) => (_smallest, Bands) = (smallest, bands);

    /// <summary>Sorted; what is stored.</summary>
    public int[] Hashes => _smallest;

    /// <summary>For the index of texts; empty where only the hashes were stored.</summary>
    public int[] Bands { get; }

    public static Fingerprint Of(string text)
    {
        var words = Words(text);
        var groups = Math.Max(1, words.Count - GroupLength + 1);
        var hashes = new HashSet<int>();
        for (var first = 0; first < groups; first++)
        {
            hashes.Add(Hash(words[first..Math.Min(first + GroupLength, words.Count)]));
        }

        return new Fingerprint([.. hashes.Order().Take(Size)], Selection.MinHashBands.Of(hashes));
    }

    public static Fingerprint Stored(int[] hashes) => new(hashes, []);

    /// <returns>The Jaccard similarity of the two texts' word groups, 0 to 1.</returns>
    public double SimilarityTo(Fingerprint other)
    {
        var union = _smallest.Union(other._smallest).Order().Take(Size).ToList();
        var mine = _smallest.ToHashSet();
        var theirs = other._smallest.ToHashSet();
        return (double)union.Count(hash => mine.Contains(hash) && theirs.Contains(hash)) / union.Count;
    }

    private static List<string> Words(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var letter in text.Normalize(NormalizationForm.FormKC))
        {
            if (!char.IsLetterOrDigit(letter))
            {
                End(word, words);
                continue;
            }

            word.Append(char.ToLowerInvariant(letter));
            if (char.GetUnicodeCategory(letter) is UnicodeCategory.OtherLetter)
            {
                // Chinese and its neighbours write no spaces: each character is a word.
                End(word, words);
            }
        }

        End(word, words);
        return words;
    }

    private static void End(StringBuilder word, List<string> words)
    {
        if (word.Length > 0)
        {
            words.Add(word.ToString());
            word.Clear();
        }
    }

    // FNV-1a: the same in every process, which string.GetHashCode is not.
    private static int Hash(List<string> words)
    {
        var hash = 2166136261;
        foreach (var letter in string.Join(' ', words))
        {
            hash = (hash ^ letter) * 16777619;
        }

        return (int)hash;
    }
}
