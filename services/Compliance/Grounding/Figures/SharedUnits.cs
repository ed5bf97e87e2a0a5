using NewsEducator.Compliance.Grounding.Words;

namespace NewsEducator.Compliance.Grounding.Figures;

/// <summary>Numbers that stand together share a unit: "from 340 to 66 milliseconds", "210 ms become 131", "fourteen months rather than
/// the planned four".</summary>
internal static class SharedUnits
{
    private const int Near = 36;

    /// <returns>The tokens, and behind a number without a unit the same number once more with that of its neighbour.</returns>
    public static IEnumerable<Token> Spread(IEnumerable<Token> tokens)
    {
        Token? before = null;
        foreach (var token in tokens)
        {
            yield return token;
            if (token.Kind != TokenKind.Number && !NumberReading.IsCount(token.Text))
            {
                continue;
            }

            if (
                before is { } neighbour
                && token.Start - neighbour.Start - neighbour.Text.Length <= Near
                && HasUnit(token) != HasUnit(neighbour)
            )
            {
                yield return HasUnit(token) ? neighbour with { Unit = token.Unit } : token with { Unit = neighbour.Unit };
            }

            before = token;
        }
    }

    private static bool HasUnit(Token number) => Units.Find(number.Unit) is not null;
}
