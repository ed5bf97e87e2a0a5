namespace NewsEducator.Contracts;

/// <summary>Takes the endings off English words: enough to find a word again, not to name it.</summary>
public static class EnglishStem
{
    /// <param name="word">In lower case; its letters may be overwritten.</param>
    public static ReadOnlySpan<char> Of(Span<char> word)
    {
        if (word.Length < 4 || char.IsAsciiDigit(word[0]))
        {
            return word;
        }

        var stem = word switch
        {
            [.., 'i', 'e', 's'] or [.., 'i', 'e', 'd'] => WithY(word[..^2]),
            [_, _, _, .., 'i', 'n', 'g'] => Single(word[..^3]),
            [_, _, _, .., 'e', 'd'] => Single(word[..^2]),
            [_, _, _, .., 's' or 'x' or 'h', 'e', 's'] => word[..^2],
            [.., 's', 's'] or [.., 'u', 's'] or [.., 'i', 's'] => word,
            [.., 's'] => word[..^1],
            [_, _, _, .., 'l', 'y'] => word[..^2],
            _ => word,
        };
        return stem is [_, _, _, .., 'e'] ? stem[..^1] : stem;
    }

    private static Span<char> WithY(Span<char> word)
    {
        word[^1] = 'y';
        return word;
    }

    // stopped and stopping are stop, but missing is miss and falling is fall.
    private static Span<char> Single(Span<char> word) =>
        word is [.., var one, var other] && one == other && one is not ('s' or 'l' or 'z') ? word[..^1] : word;
}
