namespace NewsEducator.Compliance.Grounding.Figures;

/// <summary>Chinese numerals where they count something: 三台, 十二次, 两百万. A lone 一 counts nothing (一致, 一些).</summary>
internal static class Chinese
{
    private const string Digits = "零一二三四五六七八九";

    /// <returns>Where the numeral ends that begins here; the offset itself where none does.</returns>
    public static int NumeralEnd(string text, int at)
    {
        var end = at;
        while (end < text.Length && IsNumeral(text[end]))
        {
            end++;
        }

        return end;
    }

    /// <returns>The numeral's value; null for 一 and for signs that make no number.</returns>
    public static double? Value(ReadOnlySpan<char> numeral)
    {
        if (numeral is "一" or "千" or "百" or "万" or "亿")
        {
            return null;
        }

        double total = 0,
            section = 0,
            digit = 0;
        foreach (var sign in numeral)
        {
            var scale = Scale(sign);
            switch (scale)
            {
                case 1:
                    digit = DigitOf(sign);
                    break;
                case < 10_000:
                    section += Math.Max(1, digit) * scale;
                    digit = 0;
                    break;
                default:
                    total = (total + section + digit) * scale;
                    section = digit = 0;
                    break;
            }
        }

        return total + section + digit;
    }

    /// <summary>数百万 and 几十 name no number.</summary>
    public static bool IsVague(string text, int numeral) =>
        numeral > 0 && Scale(text[numeral]) > 1 && text[numeral - 1] is ('数' or '几' or '上');

    public static double Scale(char sign) =>
        sign switch
        {
            '十' => 10,
            '百' => 100,
            '千' => 1_000,
            '万' => 10_000,
            '亿' => 100_000_000,
            _ => 1,
        };

    private static bool IsNumeral(char sign) => DigitOf(sign) >= 0 || Scale(sign) > 1;

    private static int DigitOf(char sign) => sign == '两' ? 2 : Digits.IndexOf(sign);
}
