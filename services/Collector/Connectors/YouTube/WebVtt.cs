using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using NewsEducator.Contracts;

namespace NewsEducator.Collector.Connectors.YouTube;

/// <summary>
/// WebVTT. Automatic captions roll: each cue shows the line before once more above the new one, so a line that the cue before showed as
/// well is no new speech, as long as one follows the other without a pause.
/// </summary>
internal static partial class WebVtt
{
    private static readonly TimeSpan Seamless = TimeSpan.FromMilliseconds(100);

    public static IEnumerable<string> Read(string vtt)
    {
        var (shown, lines, ended) = (new List<string>(), new List<string>(), TimeSpan.FromDays(-1));
        var (inCue, rolls) = (false, false);
        foreach (var line in vtt.ReplaceLineEndings("\n").Split('\n'))
        {
            if (Timing().Match(line) is { Success: true } timing)
            {
                (shown, lines, inCue) = (lines, [], true);
                rolls = TimeOf(timing, "from") - ended <= Seamless;
                ended = TimeOf(timing, "to");
            }
            else if (line.Length == 0)
            {
                inCue = false;
            }
            else if (inCue && Plain(line) is { Length: > 0 } text)
            {
                lines.Add(text);
                if (!(rolls && shown.Contains(text)))
                {
                    yield return text;
                }
            }
        }
    }

    /// <summary>Without tags, times and entities.</summary>
    public static string Plain(string line) => PlainText.Line(Tag().Replace(WebUtility.HtmlDecode(line), ""));

    private static TimeSpan TimeOf(Match timing, string end) =>
        TimeSpan.TryParse(
            timing.Groups[end].Value is { Length: < 10 } shorter ? $"00:{shorter}" : timing.Groups[end].Value,
            CultureInfo.InvariantCulture,
            out var time
        )
            ? time
            : TimeSpan.Zero;

    [GeneratedRegex(@"^\s*(?<from>(\d{2}:)?\d{2}:\d{2}\.\d{3})\s+-->\s+(?<to>(\d{2}:)?\d{2}:\d{2}\.\d{3})")]
    private static partial Regex Timing();

    // "p99 < 40 ms" and "Vec<u8>" are said; only what WebVTT and YouTube write around words is not.
    [GeneratedRegex(
        @"</?(c|i|b|u|v|lang|ruby|rt|font|s|p)([.][\w.-]+)*(\s[^<>]{0,200})?/?>|<(\d+:)?\d{2}:\d{2}[.]\d{3}>",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Tag();
}
