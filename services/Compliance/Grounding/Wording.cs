namespace NewsEducator.Compliance.Grounding;

/// <summary>The words of a source in their order, for finding the place that a sentence speaks of. One pass over the text.</summary>
internal sealed class Wording
{
    // A sentence that sums up is shorter than what it sums up; much longer places back anything.
    private const double Room = 1.6;
    private const int MoreRoom = 6;
    private const double StrayWord = 0.1;

    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<Word> _words;
    private readonly List<int> _counts = [];
    private readonly Lazy<List<int>[]> _places;

    public Wording(string text)
    {
        Text = text;
        _places = new Lazy<List<int>[]>(Places);
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

    public string Text { get; }

    /// <summary>Whether two words stand somewhere with no more than so many steps between, in either order.</summary>
    public bool AreNear(int one, int other, int steps)
    {
        if (one < 0 || other < 0)
        {
            return false;
        }

        var (ones, others) = (_places.Value[one], _places.Value[other]);
        for (int at = 0, next = 0; at < ones.Count && next < others.Count;)
        {
            var distance = ones[at] - others[next];
            if (Math.Abs(distance) <= steps)
            {
                return true;
            }

            (at, next) = distance < 0 ? (at + 1, next) : (at, next + 1);
        }

        return false;
    }

    /// <summary>Whether one stands somewhere no more than so many steps before the other.</summary>
    public bool IsBefore(int one, int other, int steps)
    {
        if (one < 0 || other < 0)
        {
            return false;
        }

        var (ones, others) = (_places.Value[one], _places.Value[other]);
        for (int at = 0, next = 0; at < ones.Count && next < others.Count;)
        {
            var distance = others[next] - ones[at];
            if (distance > 0 && distance <= steps)
            {
                return true;
            }

            (at, next) = distance <= 0 ? (at, next + 1) : (at + 1, next);
        }

        return false;
    }

    /// <returns>The words of a sentence, with the source's numbers for them.</returns>
    public List<ReadWord> Read(string sentence)
    {
        var words = new List<ReadWord>();
        var lookup = _numbers.GetAlternateLookup<ReadOnlySpan<char>>();
        var reader = new WordReader(sentence, stackalloc char[WordReader.Longest]);
        while (reader.Next())
        {
            words.Add(new ReadWord(reader.Stem.ToString(), lookup.TryGetValue(reader.Stem, out var number) ? number : -1, reader.Start > 0 && char.IsUpper(sentence[reader.Start])));
        }

        return words;
    }

    private List<int>[] Places()
    {
        var places = new List<int>[_counts.Count];
        foreach (var (at, word) in _words.Index())
        {
            (places[word.Number] ??= []).Add(at);
        }

        return places;
    }

    private readonly record struct Word(int Number, int Start, int End);

    /// <summary>The place of the source with most of a sentence's words.</summary>
    /// <param name="Span">From its first to its last word that the sentence has.</param>
    /// <param name="Share">Share of the sentence's words, the rarer the weightier, that stand there.</param>
    internal readonly record struct Place(Range Span, double Share);

    /// <returns>Stands nowhere with a share of 0 where no word is known. Linear in the source.</returns>
    public Place FindBest(string sentence) => FindBest(sentence, 0, _words.Count);

    /// <returns>All of a quote that says about as much as the sentence; of a longer one the part that backs it best.</returns>
    public Place FindIn(Range quote, string sentence)
    {
        var (first, last) = (IndexOf(quote.Start.Value), IndexOf(quote.End.Value));
        var sought = SoughtOf(sentence);
        if (last - first > sought.Length + MoreRoom || last == first)
        {
            return FindBest(sentence, first, last);
        }

        double share = 0;
        for (var at = first; at < last; at++)
        {
            share += sought.Enter(_words[at].Number);
        }

        return new Place(quote, sought.Total == 0 ? 0 : share / sought.Total);
    }

    private Place FindBest(string sentence, int first, int last)
    {
        var sought = SoughtOf(sentence);
        var longest = (int)(sought.Length * Room) + MoreRoom;
        double share = 0, best = 0;
        (int From, int To) place = (first, first);
        for (int from = first, to = first; to < last; to++)
        {
            share += sought.Enter(_words[to].Number);
            while (to - from >= longest || (from < to && sought.IsIdle(_words[from].Number)))
            {
                share -= sought.Leave(_words[from++].Number);
            }

            if (share > best + 1e-9)
            {
                (best, place) = (share, (from, to));
            }
        }

        return best == 0 ? new Place(0..0, 0) : Trim(place.From, place.To, best, SoughtOf(sentence));
    }

    // A word that stands far off from the rest is there by chance, and a place that reaches out to it proves too much.
    private Place Trim(int from, int to, double share, Sought sought)
    {
        for (var at = from; at <= to; at++)
        {
            sought.Enter(_words[at].Number);
        }

        while (to - from >= sought.Length)
        {
            var (left, leftLoss) = Cut(from, 1);
            var (right, rightLoss) = Cut(to, -1);
            var (gapLeft, gapRight) = (left - from, to - right);
            if (leftLoss < StrayWord * gapLeft && leftLoss * gapRight <= rightLoss * gapLeft)
            {
                share -= Drop(from, left - 1);
                from = left;
            }
            else if (rightLoss < StrayWord * gapRight)
            {
                share -= Drop(right + 1, to);
                to = right;
            }
            else
            {
                break;
            }
        }

        return new Place(_words[from].Start.._words[to].End, Math.Max(0, share) / sought.Total);

        (int Next, double Loss) Cut(int end, int step)
        {
            var loss = sought.WeightOf(_words[end].Number);
            var next = end + step;
            while (next > from && next < to && sought.WeightOf(_words[next].Number) == 0)
            {
                next += step;
            }

            return (Math.Clamp(next, from, to), loss);
        }

        double Drop(int start, int end)
        {
            double lost = 0;
            for (var at = start; at <= end; at++)
            {
                lost += sought.Leave(_words[at].Number);
            }

            return lost;
        }
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

    // What turns a sentence into its contrary says nothing about which place it is.
    private Sought SoughtOf(string sentence)
    {
        var sought = new Sought(_counts);
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
    private int IndexOf(int offset)
    {
        int low = 0, high = _words.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _words[middle].Start < offset ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
