namespace NewsEducator.Upstream.Day;

/// <summary>Captions, one line a cue; the cues are spread evenly over the video.</summary>
internal sealed record Transcript(string Language, bool IsAutomatic, IReadOnlyList<string> Lines);
