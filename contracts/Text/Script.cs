using System.Text;

namespace NewsEducator.Contracts;

/// <summary>Tells Chinese text from other text, for every service.</summary>
public static class Script
{
    // A Chinese character carries about as much as four letters, and Chinese prose on software is full of English names.
    private const int LettersPerCharacter = 4;
    private const int Sample = 20_000;
    private const int FirstBeyondLatin = 0x250;
    private const char LastBeforeChinese = '\u33FF';

    public static bool IsChinese(char character) => character is (>= '\u4E00' and <= '\u9FFF') or (>= '\u3400' and <= '\u4DBF');

    /// <summary>A sentence with any Chinese in it is a Chinese one, however many English names it drops.</summary>
    public static bool HasChinese(string sentence) => sentence.Any(IsChinese);

    public static bool IsMostlyChinese(string text)
    {
        var sample = text.AsSpan(0, Math.Min(text.Length, Sample));
        if (!sample.ContainsAnyExceptInRange('\0', LastBeforeChinese))
        {
            return false;
        }

        int characters = 0,
            letters = 0;
        foreach (var rune in sample.EnumerateRunes())
        {
            characters += IsChinese(rune) ? 1 : 0;
            letters += rune.Value < FirstBeyondLatin && Rune.IsLetter(rune) ? 1 : 0;
        }

        return characters * LettersPerCharacter > letters;
    }

    // Rare characters of names need two UTF-16 units.
    private static bool IsChinese(Rune rune) => rune.IsBmp ? IsChinese((char)rune.Value) : rune.Value is >= 0x20000 and <= 0x2FA1F;
}
