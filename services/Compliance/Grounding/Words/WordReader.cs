using System.Buffers;
using NewsEducator.Contracts;

namespace NewsEducator.Compliance.Grounding.Words;

/// <summary>Reads a text word by word as lower-case stems: Latin words and numbers, Chinese by pairs of characters, "doesn't" as does and
/// not.</summary>
internal ref struct WordReader(ReadOnlySpan<char> text, Span<char> buffer)
{
    /// <summary>Of a longer word only so much is looked at.</summary>
    public const int Longest = 48;

    private const int LongestTag = 500;

    private static readonly SearchValues<char> AddressEnds = SearchValues.Create(" \n\t)>\"");

    private readonly ReadOnlySpan<char> _text = text;
    private readonly Span<char> _buffer = buffer[..Longest];
    private int _at;
    private bool _owesNot;

    /// <summary>Where the word begins.</summary>
    public int Start { get; private set; }

    /// <summary>Where it ends.</summary>
    public int End { get; private set; }

    /// <summary>The stem; valid until the next word is read.</summary>
    public ReadOnlySpan<char> Stem { get; private set; }

    public bool Next()
    {
        if (_owesNot)
        {
            _owesNot = false;
            Stem = "not";
            return true;
        }

        while (_at < _text.Length)
        {
            var c = _text[_at];
            if (IsMarkup(out var end))
            {
                _at = end;
                continue;
            }

            if (char.IsAsciiLetterOrDigit(c) || (c > 127 && char.IsLetterOrDigit(c) && !Script.IsChinese(c)))
            {
                ReadWord();
                return true;
            }

            if (Script.IsChinese(c) && _at + 1 < _text.Length && Script.IsChinese(_text[_at + 1]))
            {
                (Start, End) = (_at, _at + 2);
                Stem = _text[Start..End];
                _at++;
                return true;
            }

            _at++;
        }

        return false;
    }

    // No sentence repeats an address, or a tag with attributes.
    private readonly bool IsMarkup(out int end)
    {
        var rest = _text[_at..];
        if (rest is ['h', 't', 't', 'p', ..] && (rest.StartsWith("http://") || rest.StartsWith("https://")))
        {
            var length = rest.IndexOfAny(AddressEnds);
            end = length < 0 ? _text.Length : _at + length;
            return true;
        }

        var close = rest is ['<', >= 'a' and <= 'z', ..] ? rest[..Math.Min(rest.Length, LongestTag)].IndexOf('>') : -1;
        end = _at + close + 1;
        return close > 0 && rest[..close].Contains("=\"", StringComparison.Ordinal);
    }

    private void ReadWord()
    {
        Start = _at;
        var length = 0;
        while (_at < _text.Length && IsPart(_text, _at))
        {
            if (length < Longest && _text[_at] is not ',')
            {
                _buffer[length++] = _text[_at] is '’' ? '\'' : char.ToLowerInvariant(_text[_at]);
            }

            _at++;
        }

        End = _at;
        var word = _buffer[..length];
        _owesNot = (word.EndsWith("n't") && length > 3) || word is "cannot";
        Stem = word switch
        {
            "n't" => "not",
            "cannot" or "can't" => "can",
            "won't" => "will",
            _ when _owesNot => word[..^3],
            _ => EnglishStem.Of(word.IndexOf('\'') is > 0 and var apostrophe ? word[..apostrophe] : word),
        };
    }

    private static bool IsPart(ReadOnlySpan<char> text, int at)
    {
        var c = text[at];
        return char.IsAsciiLetterOrDigit(c)
            || (c > 127 && char.IsLetterOrDigit(c) && !Script.IsChinese(c))
            || (c is '\'' or '’' && at + 1 < text.Length && char.IsAsciiLetter(text[at + 1]))
            || (c is '.' or ',' && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1]) && at > 0 && char.IsAsciiDigit(text[at - 1]));
    }
}
