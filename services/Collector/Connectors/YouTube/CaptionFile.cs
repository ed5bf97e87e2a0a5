using System.Text;
using System.Text.Json;

namespace NewsEducator.Collector.Connectors.YouTube;

/// <summary>A caption track in the format json3.</summary>
internal sealed record CaptionFile
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public IReadOnlyList<CaptionEvent> Events { get; init; } = [];

    /// <summary>The spoken text: cues run on in one line, a new line begins after the end of a sentence.</summary>
    /// <exception cref="UnreadableException">It is no json3.</exception>
    public static string TextOf(string json3)
    {
        if (string.IsNullOrWhiteSpace(json3))
        {
            return "";
        }

        try
        {
            return JsonSerializer.Deserialize<CaptionFile>(json3, Json)?.Text() ?? "";
        }
        catch (JsonException)
        {
            throw new UnreadableException("YouTube served captions that are no json3");
        }
    }

    private static bool EndsSentence(char last) => last is '.' or '?' or '!' or '。' or '？' or '！';

    private string Text()
    {
        var text = new StringBuilder();
        foreach (var cue in Events.Select(cue => cue.Text()).Where(cue => cue.Length > 0))
        {
            text.Append(text.Length == 0 ? "" : EndsSentence(text[^1]) ? "\n" : " ").Append(cue);
        }

        return text.ToString();
    }
}

/// <summary>A cue, or one of the events that only place windows or break lines.</summary>
internal sealed record CaptionEvent
{
    public IReadOnlyList<CaptionSegment> Segs { get; init; } = [];

    public string Text() => string.Concat(Segs.Select(segment => segment.Utf8)).ReplaceLineEndings(" ").Trim();
}

internal sealed record CaptionSegment(string? Utf8);
