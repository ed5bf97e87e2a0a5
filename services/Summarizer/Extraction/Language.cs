using System.Text;

namespace NewsEducator.Summarizer.Extraction;

/// <summary>The language of a text, as far as its script tells: Chinese, or else the English of the sources.</summary>
internal static class Language
{
    public const string Chinese = "zh";
    public const string English = "en";

    // A Chinese character carries about as much as four letters, and Chinese prose on software is full of English names.
    private const int LettersPerCharacter = 4;
    private const int Sample = 20_000;

    public static string Of(string text)
    {
        int characters = 0, letters = 0;
        foreach (var rune in text.AsSpan(0, Math.Min(text.Length, Sample)).EnumerateRunes())
        {
            characters += IsChinese(rune.Value) ? 1 : 0;
            letters += Rune.IsLetter(rune) && rune.Value < 0x250 ? 1 : 0;
        }

        return characters * LettersPerCharacter > letters ? Chinese : English;
    }

    public static bool IsChinese(int character) =>
        character is (>= 0x4E00 and <= 0x9FFF) or (>= 0x3400 and <= 0x4DBF) or (>= 0x20000 and <= 0x2FA1F);
}
