using NewsEducator.Compliance.Grounding.Contradictions;
using NewsEducator.Compliance.Grounding.Places;

namespace NewsEducator.Compliance.Grounding.Words;

/// <summary>The words of a source in their order, each with its number. One pass over the text.</summary>
internal sealed class Wording
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<SourceWord> _words;
    private readonly List<int> _counts = [];
    private readonly Lazy<WordDistances> _distances;

    public Wording(string text)
    {
        Text = text;
        _distances = new Lazy<WordDistances>(() => new WordDistances(_words!, _counts.Count));
        _words = new List<SourceWord>(text.Length / 5);
        var lookup = _numbers.GetAlternateLookup<ReadOnlySpan<char>>();
        var reader = new WordReader(text, stackalloc char[WordReader.Longest]);
        while (reader.Next())
        {
            if (!lookup.TryGetValue(reader.Stem, out var number))
            {
                lookup[reader.Stem] = number = _counts.Count;
                _counts.Add(0);
            }

            _counts[number]++;
            _words.Add(new SourceWord(number, reader.Start, reader.End));
        }
    }

    public string Text { get; }

    public IReadOnlyList<SourceWord> Words => _words;

    public WordDistances Distances => _distances.Value;

    /// <returns>The words of a sentence, with the source's numbers for them.</returns>
    public List<ReadWord> Read(string sentence)
    {
        var words = new List<ReadWord>();
        var lookup = _numbers.GetAlternateLookup<ReadOnlySpan<char>>();
        var reader = new WordReader(sentence, stackalloc char[WordReader.Longest]);
        while (reader.Next())
        {
            words.Add(
                new ReadWord(
                    reader.Stem.ToString(),
                    lookup.TryGetValue(reader.Stem, out var number) ? number : -1,
                    reader.Start > 0 && char.IsUpper(sentence[reader.Start])
                )
            );
        }

        return words;
    }

    // What turns a sentence into its contrary says nothing about which place it is.
    public QueryWords QueryWordsOf(string sentence)
    {
        var sought = new QueryWords(_counts);
        var lookup = _numbers.GetAlternateLookup<ReadOnlySpan<char>>();
        var reader = new WordReader(sentence, stackalloc char[WordReader.Longest]);
        while (reader.Next())
        {
            if (!Polarity.IsNegation(reader.Stem))
            {
                sought.Want(lookup.TryGetValue(reader.Stem, out var number) ? number : -1);
            }
        }

        return sought;
    }

    /// <returns>Of each word its number, -1 for one that the source does not have.</returns>
    public List<int> NumbersOf(string text)
    {
        var numbers = new List<int>();
        var lookup = _numbers.GetAlternateLookup<ReadOnlySpan<char>>();
        var reader = new WordReader(text, stackalloc char[WordReader.Longest]);
        while (reader.Next())
        {
            numbers.Add(lookup.TryGetValue(reader.Stem, out var number) ? number : -1);
        }

        return numbers;
    }

    /// <returns>The first word that begins at the offset or behind it.</returns>
    public int IndexOf(int offset)
    {
        int low = 0,
            high = _words.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _words[middle].Start < offset ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}

/// <summary>A word of a source: its number, and from where to where it stands.</summary>
internal readonly record struct SourceWord(int Number, int Start, int End);
