using System.Text;

namespace NewsEducator.Fuzzing;

/// <summary>Bytes as a text with one character each, so that they are changed, shrunk and shown as texts are.</summary>
internal static class Bytes
{
    /// <param name="text">Characters beyond U+00FF become their UTF-8.</param>
    public static byte[] Of(string text) => text.All(unit => unit <= 0xFF) ? Encoding.Latin1.GetBytes(text) : Encoding.UTF8.GetBytes(text);

    /// <returns>A text as it is after it went over a wire: half surrogates do not.</returns>
    public static string AsReceived(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));

    /// <param name="text">Any text.</param>
    /// <param name="encoding">How it is written.</param>
    public static string As(string text, Encoding encoding) =>
        Encoding.Latin1.GetString([.. encoding.GetPreamble(), .. encoding.GetBytes(text)]);
}
