using System.Runtime.InteropServices;

namespace NewsEducator.Summarizer.Extraction;

/// <summary>Numbers the words of one text and their stems.</summary>
internal sealed class Vocabulary
{
    private const int UsualWords = 250;
    private const int None = -1;

    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _numbers = new Dictionary<string, int>(
        UsualWords,
        StringComparer.Ordinal
    ).GetAlternateLookup<ReadOnlySpan<char>>();

    // Of each number.
    private readonly List<int> _stems = new(UsualWords);
    private readonly DistinctNumbers _wordsOfSentence = new(UsualWords);
    private readonly DistinctNumbers _stemsOfSentence = new(UsualWords);

    public int Count => _stems.Count;

    public SentenceWords Read(string sentence)
    {
        foreach (var word in new LowerCaseWords(sentence))
        {
            var number = NumberOf(word);
            _wordsOfSentence.Add(number);
            if (_stems[number] is var stem and not None)
            {
                _stemsOfSentence.Add(stem);
            }
        }

        return new SentenceWords(_wordsOfSentence.Take(), _stemsOfSentence.Take());
    }

    private int NumberOf(Span<char> word)
    {
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(_numbers, word, out var isKnown);
        if (isKnown)
        {
            return number;
        }

        var added = number = _stems.Count;
        _stems.Add(None);
        var stem = Words.Stem(word);
        if (!stem.IsEmpty)
        {
            // A stem may be a word of the text, too, with a stem of its own.
            _stems[added] = stem.Length == word.Length ? added : NumberOf(stem.ToArray());
        }

        return added;
    }

    /// <summary>Numbers, each once, in the order in which they were added.</summary>
    private sealed class DistinctNumbers(int usual)
    {
        // Of each number the last round in which it was added.
        private readonly List<int> _lastIn = new(usual);
        private readonly List<int> _numbers = [];
        private int _round = 1;

        public void Add(int number)
        {
            while (_lastIn.Count <= number)
            {
                _lastIn.Add(0);
            }

            if (_lastIn[number] != _round)
            {
                _lastIn[number] = _round;
                _numbers.Add(number);
            }
        }

        /// <returns>Those added since the last time.</returns>
        public int[] Take()
        {
            int[] numbers = [.. _numbers];
            _numbers.Clear();
            _round++;
            return numbers;
        }
    }
}
