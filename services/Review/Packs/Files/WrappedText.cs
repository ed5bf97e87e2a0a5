namespace NewsEducator.Review.Packs.Files;

/// <summary>A text that an editor broke into lines, as the one line it was.</summary>
internal static class WrappedText
{
    /// <summary>Chinese puts no blanks between its words, and none beside its punctuation.</summary>
    public static string Join(string text, string next) =>
        text.Length > 0 && next.Length > 0 && (IsPunctuation(text[^1]) || IsPunctuation(next[0]) || (IsWide(text[^1]) && IsWide(next[0])))
            ? text + next
            : $"{text} {next}";

    /// <summary>Where the lines were broken at a blank between two scripts nobody can tell whether there was one: blanks alone are no
    /// edit.</summary>
    public static string? AsKnown(string? read, string? known) =>
        read is not null && known is not null && WithoutWhitespace(read) == WithoutWhitespace(known) ? known : read;

    private static string WithoutWhitespace(string text) => string.Concat(text.Where(character => !char.IsWhiteSpace(character)));

    private static bool IsWide(char character) =>
        character
            is (>= '\u2E80' and <= '\u9FFF')
                or (>= '\uAC00' and <= '\uD7A3')
                or (>= '\uF900' and <= '\uFAFF')
                or (>= '\uFE30' and <= '\uFE4F')
                or (>= '\uFF00' and <= '\uFFEF')
                // The planes of rarer ideographs lie behind these surrogates.
                or (>= '\uD840' and <= '\uD888')
        || char.IsLowSurrogate(character);

    private static bool IsPunctuation(char character) =>
        character
            is (>= '\u3000' and <= '\u303F')
                or (>= '\uFF01' and <= '\uFF0F')
                or (>= '\uFF1A' and <= '\uFF20')
                or '“'
                or '”'
                or '‘'
                or '’'
                or '…';
}
