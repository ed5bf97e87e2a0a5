namespace NewsEducator.Compliance.Grounding;

/// <summary>The words of a source in their order, for finding the place that a sentence speaks of. One pass over the text.</summary>
internal sealed class Wording
{
    // A sentence that sums up is shorter than what it sums up; much longer places back anything.
    private const double Room = 1.6;
    private const int MoreRoom = 6;

    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<Word> _words;
    private readonly List<int> _counts = [];

    public Wording(string text)
    {
        _words = new List<Word>(text.Length / 5);
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
            _words.Add(new Word(number, reader.Start, reader.End));
        }
    }

    private readonly record struct Word(int Number, int Start, int End);

    /// <summary>The place of the source with most of a sentence's words.</summary>
    /// <param name="Span">From its first to its last word that the sentence has.</param>
    /// <param name="Share">Share of the sentence's words, the rarer the weightier, that stand there.</param>
    internal readonly record struct Place(Range Span, double Share);

    /// <returns>Stands nowhere with a share of 0 where no word is known. Linear in the source.</returns>
    public Place FindBest(string sentence) => FindBest(sentence, 0..^0);

    /// <param name="sentence">What is looked for.</param>
    /// <param name="within">Offsets of the source's text to look between.</param>
    public Place FindBest(string sentence, Range within)
    {
        var (weights, total, length) = WeightsOf(sentence);
        var (first, last) = (IndexOf(within.Start), IndexOf(within.End));
        var longest = (int)(length * Room) + MoreRoom;
        var inside = new int[_counts.Count];
        double share = 0, best = 0;
        (int From, int To) place = (first, first);
        for (int from = first, to = first; to < last; to++)
        {
            var added = _words[to].Number;
            share += inside[added]++ == 0 ? weights[added] : 0;
            while (to - from >= longest || (from < to && (weights[_words[from].Number] == 0 || inside[_words[from].Number] > 1)))
            {
                var dropped = _words[from++].Number;
                share -= --inside[dropped] == 0 ? weights[dropped] : 0;
            }

            if (share > best + 1e-9)
            {
                (best, place) = (share, (from, to));
            }
        }

        return best == 0 || total == 0 ? new Place(0..0, 0) : new Place(_words[place.From].Start.._words[place.To].End, best / total);
    }

    /// <summary>Whether the words stand one after the other, whatever markup is between them.</summary>
    public bool HasSequence(string words)
    {
        var sought = NumbersOf(words);
        if (sought.Count == 0 || sought.Contains(-1))
        {
            return sought.Count == 0;
        }

        for (var at = 0; at + sought.Count <= _words.Count; at++)
        {
            var length = 0;
            while (length < sought.Count && _words[at + length].Number == sought[length])
            {
                length++;
            }

            if (length == sought.Count)
            {
                return true;
            }
        }

        return false;
    }

    private (double[] Weights, double Total, int Length) WeightsOf(string sentence)
    {
        var weights = new double[_counts.Count];
        double total = 0;
        var length = 0;
        foreach (var number in NumbersOf(sentence))
        {
            length++;
            if (number < 0)
            {
                total += 1;
            }
            else if (weights[number] == 0)
            {
                weights[number] = 1 / (1 + Math.Log(_counts[number]));
                total += weights[number];
            }
        }

        return (weights, total, length);
    }

    /// <returns>Of each word its number, -1 for one that the source does not have.</returns>
    private List<int> NumbersOf(string text)
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
    private int IndexOf(Index offset)
    {
        if (offset.IsFromEnd)
        {
            return _words.Count;
        }

        int low = 0, high = _words.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _words[middle].Start < offset.Value ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
