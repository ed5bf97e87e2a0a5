using System.Collections.Frozen;
using NewsEducator.Contracts;
using YamlDotNet.Serialization;

namespace NewsEducator.Compliance.Grounding.Alignment;

/// <summary>Chinese terms with the English words that may stand for them, and the longest-match segmentation over them.</summary>
internal sealed class Lexicon
{
    private const string Resource = "lexicon.";
    private const string FunctionWords = "lexicon.function-words.txt";

    // A character that no term covers costs more than a further term; a function word costs a little more than a term.
    private const int UnknownCost = 40;
    private const int TermCost = 10;
    private const int FunctionCost = 11;

    private static readonly Lazy<Lexicon> Instance = new(Load);
    private readonly FrozenDictionary<string, IReadOnlyList<string>> _terms;
    private readonly FrozenSet<string> _functions;
    private readonly int _longest;

    private Lexicon(Dictionary<string, HashSet<string>> terms, IEnumerable<string> functions)
    {
        _terms = terms.ToFrozenDictionary(pair => pair.Key, pair => (IReadOnlyList<string>)[.. pair.Value], StringComparer.Ordinal);
        _functions = functions.ToFrozenSet(StringComparer.Ordinal);
        _longest = _terms.Keys.Max(term => term.Length);
    }

    public static Lexicon Shipped => Instance.Value;

    public int Count => _terms.Count;

    public IEnumerable<string> Terms => _terms.Keys;

    /// <returns>Keys of the English words for a term; empty where it is not in the lexicon.</returns>
    public IReadOnlyList<string> KeysOf(string term) => _terms.GetValueOrDefault(term) ?? [];

    /// <returns>Length of the longest term that begins there; 0 if there is none.</returns>
    public int LongestAt(string sentence, int at)
    {
        var length = Math.Min(_longest, sentence.Length - at);
        while (length > 0 && !_terms.ContainsKey(sentence.Substring(at, length)))
        {
            length--;
        }

        return length;
    }

    /// <returns>The Chinese of a sentence cut into terms, function words and characters that are in no term.</returns>
    public IEnumerable<ChineseTerm> Segment(string sentence)
    {
        for (var at = 0; at < sentence.Length; )
        {
            var end = at;
            while (end < sentence.Length && Script.IsChinese(sentence[end]))
            {
                end++;
            }

            foreach (var term in end > at ? SegmentRun(sentence, at, end) : [])
            {
                yield return term;
            }

            at = Math.Max(end, at + 1);
        }
    }

    // Cheapest way to cover the run, from behind.
    private IEnumerable<ChineseTerm> SegmentRun(string sentence, int start, int end)
    {
        var cost = new int[end - start + 1];
        var step = new int[end - start];
        for (var at = end - start - 1; at >= 0; at--)
        {
            (cost[at], step[at]) = (cost[at + 1] + UnknownCost, 1);
            for (var length = Math.Min(_longest, end - start - at); length > 0; length--)
            {
                var word = sentence.Substring(start + at, length);
                var price =
                    _terms.ContainsKey(word) ? TermCost
                    : _functions.Contains(word) ? FunctionCost
                    : int.MaxValue;
                if (price < int.MaxValue && cost[at + length] + price < cost[at])
                {
                    (cost[at], step[at]) = (cost[at + length] + price, length);
                }
            }
        }

        for (var at = 0; at < end - start; at += step[at])
        {
            yield return TermAt(sentence.Substring(start + at, step[at]), start + at);
        }
    }

    private ChineseTerm TermAt(string text, int start) =>
        new(
            text,
            start,
            KeysOf(text),
            _functions.Contains(text) || (_terms.ContainsKey(text) && (text.Length == 1 || KeysOf(text).Count == 0))
        );

    private static Lexicon Load()
    {
        var terms = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        var assembly = typeof(Lexicon).Assembly;
        foreach (
            var name in assembly
                .GetManifestResourceNames()
                .Where(name =>
                    name.StartsWith(Resource, StringComparison.Ordinal)
                    && name.EndsWith(".yaml", StringComparison.Ordinal)
                    && name != Markers.Resource
                )
        )
        {
            foreach (var (group, words) in new DeserializerBuilder().Build().Deserialize<Dictionary<string, string>>(Read(name)))
            {
                foreach (var term in group.Split(' '))
                {
                    terms.TryAdd(term, []);
                    terms[term].UnionWith(WordKey.AllOf(words));
                }
            }
        }

        foreach (var marker in Markers.Chinese)
        {
            terms.TryAdd(marker, []);
        }

        return new Lexicon(terms, Read(FunctionWords).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

        string Read(string name)
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            return reader.ReadToEnd();
        }
    }
}

/// <summary>A piece of a Chinese sentence.</summary>
/// <param name="Keys">Of the English words that may stand for it; empty for function words and unknown characters.</param>
/// <param name="IsLight">Says little of the matter: a function word, or a single character.</param>
internal sealed record ChineseTerm(string Text, int Start, IReadOnlyList<string> Keys, bool IsLight)
{
    public bool IsKnown => Keys.Count > 0 || IsLight;
}
