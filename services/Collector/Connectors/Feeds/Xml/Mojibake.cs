using System.Text;

namespace NewsEducator.Collector.Connectors.Feeds.Xml;

/// <summary>Undoes what publishers' software commonly does to letters before it serves them.</summary>
internal static class Mojibake
{
    // Code page 1252 passed off as Latin-1: U+0080 to U+009F are controls that nobody means.
    private const string Meant = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static string Repair(string text) => Ascii.IsValid(text) ? text : Punctuated(EncodedOnce(text));

    /// <summary>UTF-8 that was taken for Latin-1 and encoded again: every letter is a byte, and the bytes are UTF-8.</summary>
    private static string EncodedOnce(string text)
    {
        if (text.AsSpan().IndexOfAnyExceptInRange('\0', 'ÿ') >= 0)
        {
            return text;
        }

        try
        {
            return StrictUtf8.GetString(Encoding.Latin1.GetBytes(text));
        }
        catch (DecoderFallbackException)
        {
            return text;
        }
    }

    private static string Punctuated(string text) =>
        text.AsSpan().IndexOfAnyInRange('\u0080', '\u009F') < 0
            ? text
            : string.Create(
                text.Length,
                text,
                static (repaired, original) =>
                {
                    for (var at = 0; at < repaired.Length; at++)
                    {
                        repaired[at] = original[at] is >= '\u0080' and <= '\u009F' ? Meant[original[at] - '\u0080'] : original[at];
                    }
                }
            );
}
