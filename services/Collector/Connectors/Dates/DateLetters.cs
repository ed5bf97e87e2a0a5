using System.Text;

namespace NewsEducator.Collector.Connectors.Dates;

/// <summary>Letters by which dates are compared: lower-case, without accents, digits of any script as ASCII.</summary>
internal static class DateLetters
{
    // Normalization needs ICU, which the product runs without.
    private static readonly Dictionary<char, char> Plain = PlainLetters(
        ("àáâãäåāăą", 'a'),
        ("çćč", 'c'),
        ("ďđ", 'd'),
        ("èéêëēėęě", 'e'),
        ("ğģ", 'g'),
        ("ìíîïīįı", 'i'),
        ("ķ", 'k'),
        ("ļłľ", 'l'),
        ("ñńňņ", 'n'),
        ("òóôõöøőō", 'o'),
        ("ŕř", 'r'),
        ("śšşș", 's'),
        ("ťţț", 't'),
        ("ùúûüūůűų", 'u'),
        ("ýÿ", 'y'),
        ("źžż", 'z'),
        ("й", 'и'),
        ("ё", 'е'),
        ("ї", 'і'),
        ("ά", 'α'),
        ("έ", 'ε'),
        ("ή", 'η'),
        ("ίϊΐ", 'ι'),
        ("ό", 'ο'),
        ("ύϋ", 'υ'),
        ("ώ", 'ω'),
        ("أإآ", 'ا'),
        ("−–—‐‑－", '-'),
        ("’", '\''),
        ("：", ':')
    );

    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            if (letter is >= '\u0300' and <= '\u036F' or '\u200E' or '\u200F')
            {
                continue;
            }

            var lower = char.ToLowerInvariant(letter);
            folded.Append(
                char.IsWhiteSpace(letter) ? ' '
                : char.IsDigit(letter) ? (char)('0' + (int)char.GetNumericValue(letter))
                : Plain.GetValueOrDefault(lower, lower)
            );
        }

        return folded.ToString();
    }

    private static Dictionary<char, char> PlainLetters(params (string Letters, char Plain)[] rows)
    {
        var plain = new Dictionary<char, char>();
        foreach (var (letters, letter) in rows)
        {
            foreach (var accented in letters)
            {
                plain[accented] = letter;
            }
        }

        return plain;
    }
}
