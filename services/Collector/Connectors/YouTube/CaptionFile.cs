using System.Text;

namespace NewsEducator.Collector.Connectors.YouTube;

/// <summary>A caption track in any of the formats that YouTube serves.</summary>
internal static class CaptionFile
{
    /// <summary>The spoken text: cues run on in one line, a new line begins after the end of a sentence.</summary>
    /// <exception cref="UnreadableException">It is none of the formats.</exception>
    public static string TextOf(string file) => Join(CuesOf(file.TrimStart('\uFEFF', ' ', '\r', '\n')));

    private static IEnumerable<string> CuesOf(string file) =>
        file switch
        {
            "" => [],
            ['{', ..] => JsonCaptions.Read(file),
            ['<', ..] => XmlCaptions.Read(file),
            _ when file.StartsWith("WEBVTT", StringComparison.Ordinal) => WebVtt.Read(file),
            _ => throw new UnreadableException("YouTube served captions in a format that is none of its own"),
        };

    private static string Join(IEnumerable<string> cues)
    {
        var text = new StringBuilder();
        foreach (var cue in cues.Where(cue => cue.Length > 0))
        {
            text.Append(
                    text.Length == 0 ? ""
                    : EndsSentence(text[^1]) ? "\n"
                    : " "
                )
                .Append(cue);
        }

        return text.ToString();
    }

    private static bool EndsSentence(char last) => last is '.' or '?' or '!' or '。' or '？' or '！';
}
