using System.Text.Json;
using NewsEducator.Collector.Connectors.Http;

namespace NewsEducator.Collector.Connectors.YouTube;

/// <summary>The format json3.</summary>
internal sealed record JsonCaptions
{
    public IReadOnlyList<CaptionEvent> Events { get; init; } = [];

    /// <exception cref="UnreadableException">It is no json3.</exception>
    public static IEnumerable<string> Read(string json3)
    {
        try
        {
            return JsonSerializer.Deserialize<JsonCaptions>(json3, UpstreamJson.CamelCase)?.Events.Select(cue => cue.Text()) ?? [];
        }
        catch (JsonException)
        {
            throw new UnreadableException("YouTube served captions that are no json3");
        }
    }
}

/// <summary>A cue, or one of the events that only place windows or break lines.</summary>
internal sealed record CaptionEvent
{
    public IReadOnlyList<CaptionSegment> Segs { get; init; } = [];

    public string Text() => string.Concat(Segs.Select(segment => segment.Utf8)).ReplaceLineEndings(" ").Trim();
}

internal sealed record CaptionSegment(string? Utf8);
