using System.Globalization;

namespace NewsEducator.Collector.Connectors.Dates;

/// <summary>Seconds, milliseconds or microseconds since 1970, with or without a fraction, from 2001 to 2033.</summary>
internal static class UnixTime
{
    private const int Seconds = 10;

    public static DateTimeOffset? Parse(string text)
    {
        var whole = text.Split('.', ',')[0];
        var isOne =
            whole is ['1', ..]
            && whole.Length is Seconds or Seconds + 3 or Seconds + 6
            && text[whole.Length..].All(letter => char.IsAsciiDigit(letter) || letter is '.' or ',');
        return
            isOne
            && long.TryParse(whole[..Seconds], NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            && long.TryParse(whole, NumberStyles.None, CultureInfo.InvariantCulture, out _)
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;
    }
}
