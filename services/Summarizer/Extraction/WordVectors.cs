namespace NewsEducator.Summarizer.Extraction;

/// <summary>The words of each passage with their weights, each passage a vector of length 1: those of one passage lie side by
/// side.</summary>
internal sealed class WordVectors
{
    private readonly int[] _words;
    private readonly double[] _weights;
    private readonly int[] _ends;
    private readonly double[] _carried;

    private WordVectors(int[] words, int[] ends, int vocabulary)
    {
        (_words, _ends, _weights, _carried) = (words, ends, new double[words.Length], new double[vocabulary]);
        var frequency = new int[vocabulary];
        foreach (var word in words)
        {
            frequency[word]++;
        }

        for (var (passage, at) = (0, 0); passage < ends.Length; passage++)
        {
            var start = at;
            var squares = 0.0;
            for (; at < ends[passage]; at++)
            {
                _weights[at] = Math.Log(1 + ((double)ends.Length / frequency[words[at]]));
                squares += _weights[at] * _weights[at];
            }

            var length = Math.Sqrt(squares);
            for (var each = start; each < at; each++)
            {
                _weights[each] /= length;
            }
        }
    }

    public static WordVectors Of(Passages passages)
    {
        var words = new int[passages.Sum(passage => passage.Words.Stems.Length)];
        var ends = new int[passages.Count];
        var at = 0;
        for (var passage = 0; passage < ends.Length; passage++)
        {
            var stems = passages[passage].Words.Stems;
            stems.CopyTo(words, at);
            ends[passage] = at += stems.Length;
        }

        return new WordVectors(words, ends, passages.Vocabulary.Count);
    }

    /// <summary>Every passage sends its share along its edges.</summary>
    /// <param name="shares">Of each passage.</param>
    /// <param name="arrived">Gets what arrives at each.</param>
    public void Spread(ReadOnlySpan<double> shares, Span<double> arrived)
    {
        Array.Clear(_carried);
        for (var (passage, at) = (0, 0); passage < _ends.Length; passage++)
        {
            for (; at < _ends[passage]; at++)
            {
                _carried[_words[at]] += _weights[at] * shares[passage];
            }
        }

        for (var (passage, at) = (0, 0); passage < _ends.Length; passage++)
        {
            var sum = 0.0;
            for (; at < _ends[passage]; at++)
            {
                sum += _weights[at] * _carried[_words[at]];
            }

            arrived[passage] = sum;
        }
    }
}
