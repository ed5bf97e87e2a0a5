using System.Globalization;
using NewsEducator.Compliance.Grounding.Contradictions;
using NewsEducator.Compliance.Grounding.Figures;
using NewsEducator.Compliance.Grounding.Words;
using NewsEducator.Contracts;

namespace NewsEducator.Compliance.Rules.Conflicts;

/// <summary>Takes a sentence or a clause apart.</summary>
internal static class GistReader
{
    private const int ShortestThing = 3;

    /// <returns>Null where it takes back, asks or guesses what it says.</returns>
    public static Gist? Of(string text)
    {
        var gist = new Gist([], [], [], [.. Amounts(text)], []);
        foreach (var token in Tokens.Read(text, withCode: false))
        {
            if (PlainWords.Loose.Contains(token.Text))
            {
                return null;
            }

            Note(gist, token);
        }

        ReadStems(text, gist);
        gist.Times.UnionWith(PlainWords.TimedChinese.Where(word => text.Contains(word, StringComparison.Ordinal)));
        return gist;
    }

    private static void Note(Gist gist, Token token)
    {
        if (token.Kind == TokenKind.Number)
        {
            if (gist.Amounts.All(amount => amount.Number != token.Text))
            {
                gist.Numbers.Add(token.Text);
            }
        }
        else if (PlainWords.Timed.Contains(token.Text))
        {
            gist.Times.Add(token.Text.ToLowerInvariant());
        }
        else if (IsName(token))
        {
            gist.Names.Add(token.Text.ToLowerInvariant());
        }
    }

    private static bool IsName(Token token) =>
        token.Text.AsSpan(1).ContainsAnyInRange('A', 'Z')
        || token.Text.AsSpan().ContainsAnyInRange('0', '9')
        || token.Text.Contains('_')
        || (token.Start > 0 && char.IsUpper(token.Text[0]));

    private static void ReadStems(string text, Gist gist)
    {
        var reader = new WordReader(text, stackalloc char[WordReader.Longest]);
        while (reader.Next())
        {
            var word = text[reader.Start..reader.End];
            if (
                !char.IsAsciiDigit(word[0])
                && !PlainWords.Binding.Contains(word)
                && !Polarity.IsNegation(reader.Stem)
                && (Script.IsChinese(word[0]) || Units.Find(word) is null)
            )
            {
                gist.Words.Add(reader.Stem.ToString());
            }
        }
    }

    private static IEnumerable<Amount> Amounts(string text) =>
        Tokens
            .Read(text, withCode: false)
            .Where(token =>
                token.Kind == TokenKind.Number && !NumberReading.IsVersion(token.Text) && !NumberReading.IsTimeOfDay(token.Text)
            )
            .Select(Read)
            .OfType<Amount>();

    private static Amount? Read(Token token)
    {
        // 3m is three million or three minutes: nothing to compare with.
        var unit = Units.Find(token.Unit);
        if (
            (unit is null && token.FollowsWord && token.Text.Contains('.'))
            || Units.Multiplier(token.Unit) is not null
            || !double.TryParse(
                token.Text.Replace(",", "", StringComparison.Ordinal),
                NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out var value
            )
        )
        {
            return null;
        }

        if (unit is not null)
        {
            return new Amount(unit.Dimension, value * unit.Factor, unit.Factor, token.Text, $"{token.Text} {unit.Text}");
        }

        return token.Unit.Length >= ShortestThing && !PlainWords.Binding.Contains(token.Unit)
            ? new Amount($"count of {token.Unit.ToLowerInvariant()}", value, 1, token.Text, $"{token.Text} {token.Unit}", IsCount: true)
            : null;
    }
}
