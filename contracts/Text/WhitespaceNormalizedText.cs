namespace NewsEducator.Contracts;

/// <summary>A text in which each run of whitespace is one space; knows where each character was. Finds quotes however they are
/// wrapped.</summary>
public sealed class WhitespaceNormalizedText
{
    private const int MostPlaces = 50;
    private readonly string _original;
    private readonly string _text;
    private readonly int[] _origin;

    public WhitespaceNormalizedText(string text)
    {
        _original = text;
        (_text, _origin) = Normalize(text);
    }

    /// <returns>The span in the original text; null where the words do not occur.</returns>
    public Range? Find(string words)
    {
        var pattern = Normalize(words).Text.Trim();
        var at = pattern.Length == 0 ? -1 : _text.IndexOf(pattern, StringComparison.Ordinal);
        return at < 0 ? null : _origin[at]..(_origin[at + pattern.Length - 1] + 1);
    }

    /// <returns>The words as the original text has them; null where they do not occur.</returns>
    public string? Quote(string? words) => Find(words ?? "") is { } place ? _original[place] : null;

    /// <returns>Where the words stand with no letter or digit right before or behind them.</returns>
    public List<int> FindWords(string words)
    {
        var pattern = Normalize(words).Text.Trim();
        var places = new List<int>();
        for (
            var at = pattern.Length == 0 ? -1 : _text.IndexOf(pattern, StringComparison.Ordinal);
            at >= 0 && places.Count < MostPlaces;
            at = _text.IndexOf(pattern, at + 1, StringComparison.Ordinal)
        )
        {
            if (IsEdge(at - 1, pattern[0]) && IsEdge(at + pattern.Length, pattern[^1]))
            {
                places.Add(_origin[at]);
            }
        }

        return places;
    }

    private bool IsEdge(int outside, char inside) =>
        outside < 0 || outside >= _text.Length || !IsWordPart(_text[outside]) || !IsWordPart(inside);

    private static bool IsWordPart(char c) => char.IsAsciiLetterOrDigit(c) || c == '_';

    private static (string Text, int[] Origin) Normalize(string text)
    {
        var normalized = new char[text.Length];
        var origin = new int[text.Length];
        var length = 0;
        for (var at = 0; at < text.Length; at++)
        {
            var isBlank = char.IsWhiteSpace(text[at]);
            if (isBlank && length > 0 && normalized[length - 1] == ' ')
            {
                continue;
            }

            normalized[length] = isBlank ? ' ' : text[at];
            origin[length++] = at;
        }

        return (new string(normalized, 0, length), origin);
    }
}
