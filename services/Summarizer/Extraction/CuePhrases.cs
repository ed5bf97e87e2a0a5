using System.Collections.Frozen;
using NewsEducator.Contracts;

namespace NewsEducator.Summarizer.Extraction;

/// <summary>Finds phrases of all roles in one pass: English ones where a word begins, in any case; Chinese ones anywhere.</summary>
internal sealed class CuePhrases(Dictionary<Roles, string[]> phrases)
{
    private readonly FrozenDictionary<int, (string Phrase, Roles Role)[]> _byStart = phrases
        .SelectMany(pair => pair.Value.Select(phrase => (Phrase: phrase, Role: pair.Key)))
        .GroupBy(each => Start(each.Phrase[0], each.Phrase[1]))
        .ToFrozenDictionary(group => group.Key, group => group.ToArray());

    public Roles In(ReadOnlySpan<char> sentence)
    {
        var roles = Roles.None;
        var isInWord = false;
        for (var at = 0; at + 1 < sentence.Length; at++)
        {
            var letter = sentence[at];
            if ((!isInWord || Script.IsChinese(letter)) && _byStart.TryGetValue(Start(letter, sentence[at + 1]), out var candidates))
            {
                foreach (var (phrase, role) in candidates)
                {
                    roles |= sentence[at..].StartsWith(phrase, StringComparison.OrdinalIgnoreCase) ? role : Roles.None;
                }
            }

            isInWord = char.IsLetterOrDigit(letter) || letter == '_';
        }

        return roles;
    }

    private static int Start(char first, char second) => (char.ToLowerInvariant(first) << 16) | char.ToLowerInvariant(second);
}
