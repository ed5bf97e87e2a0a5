using System.Globalization;

namespace NewsEducator.Collector.Connectors.Dates;

/// <summary>Seconds, milli-, micro- or nanoseconds since 1970, with or without a fraction, from 2001 to 2033; also as
/// <c>/Date(1772612130000+0100)/</c>, where the zone is only how it was shown.</summary>
internal static class UnixTime
{
    private const int Seconds = 10;

    public static DateTimeOffset? Parse(string text)
    {
        text = text is ['/', 'D', 'a', 't', 'e', '(', .. var inside, ')', '/'] ? inside.Split('+', '-')[0] : text;
        var whole = text.Split('.', ',')[0];
        var isOne =
            whole is ['1', ..]
            && whole.Length is Seconds or Seconds + 3 or Seconds + 6 or Seconds + 9
            && text[whole.Length..].All(letter => char.IsAsciiDigit(letter) || letter is '.' or ',');
        return
            isOne
            && long.TryParse(whole[..Seconds], NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            && long.TryParse(whole, NumberStyles.None, CultureInfo.InvariantCulture, out _)
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;
    }
}
