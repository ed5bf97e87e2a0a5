using System.Text.RegularExpressions;

namespace NewsEducator.Conformance.Pages;

/// <summary>How much of a text's words another one has, and how little besides; in whatever order.</summary>
internal static partial class TokenF1
{
    public static double Of(string found, string expected) => Of(Tokens(found), Tokens(expected));

    private static double Of(List<string> found, List<string> expected)
    {
        if (found.Count + expected.Count == 0)
        {
            return 1;
        }

        var left = expected.CountBy(token => token).ToDictionary();
        var shared = found.Count(token => left.TryGetValue(token, out var count) && (left[token] = count - 1) >= 0);
        return 2.0 * shared / (found.Count + expected.Count);
    }

    private static List<string> Tokens(string text) => [.. Word().Matches(text).Select(match => match.Value)];

    [GeneratedRegex(@"\w+")]
    private static partial Regex Word();
}
