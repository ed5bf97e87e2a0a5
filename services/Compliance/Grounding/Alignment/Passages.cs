using System.Buffers;
using System.Globalization;
using NewsEducator.Compliance.Grounding.Figures;
using NewsEducator.Compliance.Grounding.Words;
using NewsEducator.Contracts;

namespace NewsEducator.Compliance.Grounding.Alignment;

/// <summary>The passages of a source with an index of their words.</summary>
internal sealed class Passages
{
    private static readonly SearchValues<char> ClauseEnds = SearchValues.Create(",;:—\n|");
    private const string Letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private const int LongestSentence = 500;
    private const int Break = 4;

    private readonly Dictionary<string, List<int>> _index = new(StringComparer.Ordinal);
    private readonly Lazy<List<string>> _spaced;
    private readonly Lazy<List<int>> _starts;
    private readonly Lazy<ILookup<string, int>> _places;

    public Passages(string text)
    {
        var all = new List<Passage>();
        int heading = -1,
            paragraph = 0;
        foreach (var (span, isHeading) in Blocks.Of(text))
        {
            paragraph++;
            if (isHeading)
            {
                heading = all.Count;
            }

            foreach (
                var sentence in Sentences.Spans(text, span.Start.Value, span.End.Value).SelectMany(sentence => ByLines(text, sentence))
            )
            {
                var (words, clauses) = WordsOf(text.AsSpan()[sentence]);
                if (words.Count > 0)
                {
                    all.Add(new Passage(sentence, words, paragraph, isHeading ? -1 : heading, clauses));
                }
            }
        }

        All = all;
        foreach (var (at, passage) in all.Index())
        {
            foreach (var word in passage.Set)
            {
                if (!_index.TryGetValue(word, out var places))
                {
                    _index[word] = places = [];
                }

                places.Add(at);
            }
        }

        _spaced = new Lazy<List<string>>(() => [.. all.SelectMany(passage => passage.Spaced().Concat(Enumerable.Repeat("", Break)))]);
        _starts = new Lazy<List<int>>(() => StartsOf(all));
        _places = new Lazy<ILookup<string, int>>(() =>
            _spaced.Value.Index().Where(word => word.Item.Length > 0).ToLookup(word => word.Item, word => word.Index)
        );
        AverageLength = all.Count == 0 ? 1 : all.Average(passage => passage.Words.Count);
    }

    public IReadOnlyList<Passage> All { get; }

    public double AverageLength { get; }

    /// <summary>All words with gaps between clauses and passages.</summary>
    public IReadOnlyList<string> Spaced => _spaced.Value;

    /// <returns>Where a word stands in <see cref="Spaced"/>, in order.</returns>
    public IEnumerable<int> PlacesOf(string key) => _places.Value[key];

    /// <returns>What some passages take up of <see cref="Spaced"/>; those that do not exist take up nothing.</returns>
    public Range Window(int first, int last) => _starts.Value[Math.Max(0, first)].._starts.Value[Math.Min(All.Count, last + 1)];

    /// <returns>The passages with the word.</returns>
    public IReadOnlyList<int> With(string key) => _index.GetValueOrDefault(key) ?? [];

    /// <returns>First and last of the passages that share anything with a span; -1 where none does.</returns>
    public (int First, int Last) Between(int start, int end)
    {
        int first = -1,
            last = -1;
        foreach (var (at, passage) in All.Index())
        {
            if (passage.Span.Start.Value < end && start < passage.Span.End.Value)
            {
                (first, last) = (first < 0 ? at : first, at);
            }
        }

        return (first, last);
    }

    /// <summary>The key of a number.</summary>
    public static string NumberKey(double value) => value.ToString("0.#########", CultureInfo.InvariantCulture);

    private static List<int> StartsOf(List<Passage> passages)
    {
        List<int> starts = [0];
        foreach (var passage in passages)
        {
            starts.Add(starts[^1] + passage.Spaced().Count() + Break);
        }

        return starts;
    }

    private static int NextLine(string text, int at, int end) => at < end ? text.IndexOf('\n', at, end - at) : -1;

    // The 16th is the 16.
    private static string WithoutOrdinal(string word) =>
        word is [>= '0' and <= '9', _, _, ..] && word[^2..] is "st" or "nd" or "rd" or "th" ? word[..^2] : word;

    // What goes on for so long without an end of a sentence is a list or a dump.
    private static IEnumerable<Range> ByLines(string text, Range sentence)
    {
        var (at, end) = (sentence.Start.Value, sentence.End.Value);
        var isLong = end - at > LongestSentence;
        for (var line = NextLine(text, at, end); line >= 0; line = NextLine(text, line + 1, end))
        {
            if (isLong || (line > at && line + 1 < end && text[line - 1] == '.' && char.IsAsciiLetterUpper(text[line + 1])))
            {
                yield return at..line;
                at = line + 1;
            }
        }

        yield return at..end;
    }

    // The unit is what is glued to the digits: 4hr, 128mb, 10x.
    private static (double? Value, string Unit) ValueOf(string word)
    {
        var digits = word.AsSpan().TrimEnd(Letters).Length;
        return NumberReading.ValueOf(WithoutOrdinal(word)) is { } value ? (value, "")
            : digits > 0 && digits < word.Length && NumberReading.ValueOf(word[..digits]) is { } glued ? (glued, word[digits..])
            : (null, "");
    }

    private static (List<string> Words, HashSet<int> Clauses) WordsOf(ReadOnlySpan<char> text)
    {
        var (words, clauses, end) = (new List<string>(), new HashSet<int>(), 0);
        double? before = null;
        var reader = new WordReader(text, stackalloc char[WordReader.Longest]);
        while (reader.Next())
        {
            if (reader.Start > end && text[end..reader.Start].ContainsAny(ClauseEnds))
            {
                clauses.Add(words.Count);
            }

            end = reader.End;
            var word = text[reader.Start..reader.End].ToString();
            var (value, unit) = ValueOf(word);
            if (value is { } number)
            {
                words.Add(NumberKey(number));
                before = number;
            }

            if (value is null || NumberReading.IsWord(word))
            {
                words.Add(WordKey.Of(reader.Stem));
            }

            // 4.5 million and 30k are also found by what they come to.
            if (before is { } counted && Units.Multiplier(value is null ? word : unit) is { } multiplier)
            {
                words.Add(NumberKey(counted * multiplier));
            }

            before = value;
        }

        return (words, clauses);
    }
}
