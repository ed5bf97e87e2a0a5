using NewsEducator.Compliance.Grounding.Figures;

namespace NewsEducator.Compliance.Grounding.Words;

/// <summary>What a token is.</summary>
internal enum TokenKind
{
    Word,
    Number,
    Code,
}

/// <summary>A Latin word, a number or a code span of a text.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">UTF-16 offset.</param>
/// <param name="Text">As it stands; of a number only the digits with their points, of a code span what is between the backticks.</param>
internal readonly record struct Token(TokenKind Kind, int Start, string Text)
{
    /// <summary>Letters or signs that follow a number and may be its unit: the rest of the word, or the next one.</summary>
    public string Unit { get; init; } = "";

    /// <summary>Follows a word with nothing but a blank between, as in <c>TypeScript 5.3</c>.</summary>
    public bool FollowsWord { get; init; }

    /// <summary>A table's bar follows.</summary>
    public bool FillsCell { get; init; }
}
