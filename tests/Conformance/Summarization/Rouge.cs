using System.Text.RegularExpressions;

namespace NewsEducator.Conformance.Summarization;

/// <summary>ROUGE-1, -2 and -L as ROUGE-1.5.5 -m counts them, F1 of one text against one reference; L over the whole text.</summary>
internal readonly partial record struct Rouge(double One, double Two, double L)
{
    private const int ShortestStemmed = 4;

    /// <returns>Against the reference that ROUGE-1 finds best.</returns>
    public static Rouge Best(string text, IEnumerable<string> references) =>
        references.Select(reference => Of(text, reference)).MaxBy(rouge => rouge.One);

    public static Rouge Of(string text, string reference)
    {
        var (found, sought) = (Tokens(text), Tokens(reference));
        return new Rouge(
            F1(Common(found, sought), found.Length, sought.Length),
            F1(Common(Pairs(found), Pairs(sought)), found.Length - 1, sought.Length - 1),
            F1(LongestCommon(found, sought), found.Length, sought.Length)
        );
    }

    private static string[] Tokens(string text) =>
        [
            .. Word()
                .Matches(text.ToLowerInvariant())
                .Select(match => match.Length >= ShortestStemmed ? PorterStem.Of(match.Value) : match.Value),
        ];

    private static (string, string)[] Pairs(string[] tokens) => [.. tokens.Zip(tokens.Skip(1))];

    private static int Common<T>(T[] found, T[] sought)
        where T : notnull
    {
        var counts = sought.CountBy(token => token).ToDictionary();
        return found.CountBy(token => token).Sum(pair => Math.Min(pair.Value, counts.GetValueOrDefault(pair.Key)));
    }

    private static int LongestCommon(string[] found, string[] sought)
    {
        var row = new int[sought.Length + 1];
        foreach (var token in found)
        {
            var diagonal = 0;
            for (var at = 1; at <= sought.Length; at++)
            {
                (diagonal, row[at]) = (row[at], token == sought[at - 1] ? diagonal + 1 : Math.Max(row[at], row[at - 1]));
            }
        }

        return row[^1];
    }

    private static double F1(int common, int found, int sought) => common == 0 ? 0 : 2.0 * common / (found + sought);

    [GeneratedRegex("[a-z0-9]+")]
    private static partial Regex Word();
}
