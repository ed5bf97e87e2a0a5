using System.Globalization;
using System.Text.Json;
using System.Xml.Linq;
using NewsEducator.Upstream.Day;
using NewsEducator.Upstream.Http;

namespace NewsEducator.Upstream.YouTube;

internal static class Captions
{
    private static readonly JsonSerializerOptions CamelCase = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    public static IResult Get(string? v, string? lang, string? fmt, SampleDay day)
    {
        var video = day.Find(v ?? "", ItemKind.Video);
        if (video?.Transcript is not { } transcript || transcript.Language != lang)
        {
            return TypedResults.NotFound();
        }

        var cues = Cues(transcript, video.Head.Seconds);
        return fmt == "json3"
            ? Tagged.Json(Json3(cues), CamelCase)
            : Tagged.Text($"<?xml version=\"1.0\" encoding=\"utf-8\" ?>{Srv1(cues)}", "text/xml; charset=UTF-8");
    }

    private static List<Cue> Cues(Transcript transcript, int seconds)
    {
        var each = TimeSpan.FromSeconds(seconds) / Math.Max(1, transcript.Lines.Count);
        return [.. transcript.Lines.Select((line, index) => new Cue(each * index, each, line))];
    }

    private static object Json3(List<Cue> cues) =>
        new
        {
            wireMagic = "pb3",
            pens = new[] { new { } },
            wsWinStyles = new[] { new { } },
            wpWinPositions = new[] { new { } },
            events = cues.Select(cue => new
            {
                tStartMs = (long)cue.Start.TotalMilliseconds,
                dDurationMs = (long)cue.Duration.TotalMilliseconds,
                segs = new[] { new { utf8 = cue.Text } },
            }),
        };

    private static XElement Srv1(List<Cue> cues) =>
        new(
            "transcript",
            cues.Select(cue => new XElement(
                "text",
                new XAttribute("start", Seconds(cue.Start)),
                new XAttribute("dur", Seconds(cue.Duration)),
                cue.Text
            ))
        );

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture);

    private sealed record Cue(TimeSpan Start, TimeSpan Duration, string Text);
}
