using NewsEducator.Compliance.Grounding.Words;

namespace NewsEducator.Compliance.Grounding.Alignment;

/// <summary>What English words of one family have in common: configure, configuration and configured are "config", brought and bring are "bring".</summary>
internal static class WordKey
{
    private const int Longest = 6;

    /// <param name="stem">A stem as <see cref="WordReader"/> gives it.</param>
    public static string Of(ReadOnlySpan<char> stem)
    {
        var verb = IrregularVerbs.BaseOf(stem);
        return verb.Length > Longest && IsPlain(verb) ? verb[..Longest].ToString() : verb.ToString();
    }

    /// <returns>The keys of a text's words in their order.</returns>
    public static List<string> AllOf(ReadOnlySpan<char> text)
    {
        var keys = new List<string>();
        var reader = new WordReader(text, stackalloc char[WordReader.Longest]);
        while (reader.Next())
        {
            keys.Add(Of(reader.Stem));
        }

        return keys;
    }

    private static bool IsPlain(ReadOnlySpan<char> stem)
    {
        foreach (var c in stem)
        {
            if (!char.IsAsciiLetterLower(c))
            {
                return false;
            }
        }

        return true;
    }
}
