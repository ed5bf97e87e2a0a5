using System.Globalization;
using System.Text;

namespace NewsEducator.Contracts;

/// <summary>Text of strangers made fit for one line of a pack, a page or a note.</summary>
public static class PlainText
{
    /// <summary>
    /// One line without control and format characters (line breaks, bidi overrides, zero-width characters) and with single
    /// blanks: what it shows is what it is. Lone surrogates become U+FFFD.
    /// </summary>
    /// <param name="text">Anything.</param>
    /// <param name="maxLength">UTF-16 units; longer text is cut at a whole character and ends in an ellipsis.</param>
    public static string Line(string? text, int maxLength = int.MaxValue)
    {
        if (text is null || (text.Length <= maxLength && IsLine(text)))
        {
            return text ?? "";
        }

        var line = new StringBuilder(Math.Min(text.Length, maxLength));
        var gap = false;
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune) || Rune.GetUnicodeCategory(rune) == UnicodeCategory.Control)
            {
                gap = line.Length > 0;
                continue;
            }

            if (IsInvisible(rune))
            {
                continue;
            }

            if (line.Length + (gap ? 1 : 0) + rune.Utf16SequenceLength > maxLength)
            {
                return Shorten(line, maxLength);
            }

            if (gap)
            {
                line.Append(' ');
                gap = false;
            }

            line.Append(rune.ToString());
        }

        return line.ToString();
    }

    /// <summary>The same text without what nobody sees, so that words compare as they are read; line breaks and tabs stay.</summary>
    public static string Visible(string text)
    {
        var visible = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.IsAscii && (rune.Value >= ' ' || rune.Value is '\n' or '\t' or '\r'))
            {
                visible.Append((char)rune.Value);
                continue;
            }

            switch (Rune.GetUnicodeCategory(rune))
            {
                case UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator:
                    visible.Append('\n');
                    break;
                case UnicodeCategory.SpaceSeparator:
                    visible.Append(' ');
                    break;
                case UnicodeCategory.Control:
                    break;
                default:
                    visible.Append(IsInvisible(rune) ? "" : rune.ToString());
                    break;
            }
        }

        return visible.ToString();
    }

    /// <summary>Most texts are: of usual Chinese and ASCII alone, with single blanks.</summary>
    private static bool IsLine(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            var isBlank = text[at] == ' ' && at > 0 && at < text.Length - 1 && text[at - 1] != ' ';
            if (
                !isBlank
                && text[at] is not ((> ' ' and <= '~') or (>= '\u4E00' and <= '\u9FA5') or (>= '\uFF01' and <= '\uFF5E') or '、' or '。')
            )
            {
                return false;
            }
        }

        return true;
    }

    // Format covers bidi controls, zero-width characters, soft hyphens and tags; Hangul fillers and the Braille blank look like nothing
    // too.
    private static bool IsInvisible(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned
        || rune.Value is 0x115F or 0x1160 or 0x3164 or 0xFFA0 or 0x2800 or (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF);

    /// <summary>The beginning of a text, which cuts no surrogate pair: half of one cannot be stored.</summary>
    /// <param name="text">Any.</param>
    /// <param name="most">UTF-16 units, at least one.</param>
    public static string Start(string text, int most) =>
        text.Length <= most ? text : text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];

    private static string Shorten(StringBuilder line, int maxLength)
    {
        while (line.Length > 0 && line.Length + 1 > maxLength)
        {
            var last = line.Length >= 2 && char.IsLowSurrogate(line[^1]) ? 2 : 1;
            line.Length -= last;
        }

        return line.Append('…').ToString();
    }
}
