using System.Globalization;
using System.Text;

namespace NewsEducator.Compliance.Rules.Deception;

/// <summary>Characters that show nothing or turn the writing direction: bidi controls, zero-width characters, tags.</summary>
internal static class Invisible
{
    private const int Most = 5;

    // Between two emoji a zero-width joiner is part of the picture.
    private const int Joiner = 0x200D;
    private const int LastOfText = 0x2100;

    /// <returns>The first of them as code points, for example <c>U+202E</c>; empty where there are none.</returns>
    public static string Find(string text)
    {
        var found = new List<string>();
        var before = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            var isHidden = Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format && !(rune.Value == Joiner && before > LastOfText);
            if (isHidden && found.Count < Most && !found.Contains($"U+{rune.Value:X4}"))
            {
                found.Add($"U+{rune.Value:X4}");
            }

            before = rune.Value;
        }

        return string.Join(' ', found);
    }
}
