namespace NewsEducator.Compliance.Grounding;

/// <summary>Tells Chinese text from other text.</summary>
internal static class Script
{
    // A Chinese character carries about as much as four letters, and Chinese prose on software is full of English names.
    private const int LettersPerCharacter = 4;
    private const int Sample = 20_000;

    public static bool IsChinese(char character) => character is (>= '\u4E00' and <= '\u9FFF') or (>= '\u3400' and <= '\u4DBF');

    /// <summary>A sentence with any Chinese in it is a Chinese one, however many English names it drops.</summary>
    public static bool HasChinese(string sentence) => sentence.Any(IsChinese);

    public static bool IsMostlyChinese(string text)
    {
        int characters = 0, letters = 0;
        foreach (var character in text.AsSpan(0, Math.Min(text.Length, Sample)))
        {
            characters += IsChinese(character) ? 1 : 0;
            letters += char.IsLetter(character) && character < '\u0250' ? 1 : 0;
        }

        return characters * LettersPerCharacter > letters;
    }
}
