using System.Buffers;

namespace NewsEducator.Compliance.Rules;

/// <summary>Looks for many phrases at once, whatever their case: a source is long, and almost all of it is none of them.</summary>
internal sealed class Phrases
{
    private readonly string[] _latin;
    private readonly string[] _chinese;
    private readonly SearchValues<string> _latinPhrases;

    // Rare in a source that is not Chinese, and a search for characters is a quicker one than a search for words.
    private readonly SearchValues<char> _chineseBeginnings;

    public Phrases(IReadOnlyList<string> phrases)
    {
        _latin = [.. phrases.Where(phrase => phrase.All(char.IsAscii))];
        _chinese = [.. phrases.Except(_latin)];
        _latinPhrases = SearchValues.Create(_latin, StringComparison.OrdinalIgnoreCase);
        _chineseBeginnings = SearchValues.Create([.. _chinese.Select(phrase => phrase[0])]);
    }

    /// <returns>Each place in the text with the phrase as it was given: the Latin ones in their order, then the Chinese ones in theirs.</returns>
    public IEnumerable<(int Place, string Phrase)> In(string text)
    {
        for (var at = text.AsSpan().IndexOfAny(_latinPhrases); at >= 0; at = Next(at, text.AsSpan(at + 1).IndexOfAny(_latinPhrases)))
        {
            yield return (at, Array.Find(_latin, phrase => Stands(phrase, text, at))!);
        }

        for (var at = text.AsSpan().IndexOfAny(_chineseBeginnings); at >= 0; at = Next(at, text.AsSpan(at + 1).IndexOfAny(_chineseBeginnings)))
        {
            if (Array.Find(_chinese, phrase => Stands(phrase, text, at)) is { } found)
            {
                yield return (at, found);
            }
        }
    }

    private static int Next(int at, int further) => further < 0 ? -1 : at + 1 + further;

    private static bool Stands(string phrase, string text, int at) => string.Compare(text, at, phrase, 0, phrase.Length, StringComparison.OrdinalIgnoreCase) == 0;
}
