using NewsEducator.Compliance.Grounding.Words;

namespace NewsEducator.Compliance.Grounding.Figures;

/// <summary>A figure that says of itself that it is rounded: 约 26.8 万 stands for 267,962.</summary>
internal static class Rounding
{
    private const int LeastDigits = 2;

    private static readonly string[] Before = ["约", "约为", "约合", "近"];

    /// <summary>Marked so in front of it, or behind its unit.</summary>
    public static bool IsMarked(string sentence, Token number)
    {
        var before = sentence.AsSpan(0, number.Start).TrimEnd(' ').ToString();
        var behind = sentence.AsSpan(number.Start + number.Text.Length).TrimStart(' ');
        return char.IsAsciiDigit(number.Text[0])
            && (
                Array.Exists(Before, mark => before.EndsWith(mark, StringComparison.Ordinal))
                || (behind.StartsWith(number.Unit, StringComparison.Ordinal) && number.Unit.EndsWith("左右", StringComparison.Ordinal))
            );
    }

    /// <param name="exact">What the source has.</param>
    /// <param name="rounded">In the same unit.</param>
    /// <param name="digits">The rounded one as it is written: 26.8, 4,000.</param>
    public static bool Gives(double exact, double rounded, string digits) =>
        NumberReading.ValueOf(digits) is { } written
        && Math.Abs(exact - rounded) <= rounded / written * Math.Pow(10, LastExponent(digits)) / 2;

    // Of the last digit that was not rounded away: tenths for 26.8, hundreds for 4,000, ones for 80.
    private static int LastExponent(string digits)
    {
        var plain = digits.Replace(",", "", StringComparison.Ordinal);
        var point = plain.IndexOf('.', StringComparison.Ordinal);
        return point >= 0
            ? point + 1 - plain.Length
            : Math.Max(0, Math.Min(plain.Length - plain.TrimEnd('0').Length, plain.Length - LeastDigits));
    }
}
