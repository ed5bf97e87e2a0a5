using System.Web;

namespace NewsEducator.Collector.Connectors.YouTube;

internal sealed record PlayerCaptions(CaptionTrackList? PlayerCaptionsTracklistRenderer)
{
    private static readonly string[] Languages = ["en", "zh"];

    /// <summary>What people wrote before what a recognizer heard, English and Chinese before any other language.</summary>
    public CaptionTrack? Best() =>
        (PlayerCaptionsTracklistRenderer?.CaptionTracks ?? [])
            .OrderByDescending(track => Languages.Contains(track.Language))
            .ThenBy(track => track.IsRecognized)
            .FirstOrDefault();
}

internal sealed record CaptionTrackList(IReadOnlyList<CaptionTrack>? CaptionTracks);

internal sealed record CaptionTrack
{
    /// <summary>Signed; only its parameters are used, on the upstream's own address.</summary>
    public required string BaseUrl { get; init; }

    /// <summary>en, en-GB, zh-Hans …</summary>
    public required string LanguageCode { get; init; }

    /// <summary><c>asr</c> where speech recognition made it.</summary>
    public string? Kind { get; init; }

    public string Language => LanguageCode.Split('-')[0];

    public bool IsRecognized => Kind == "asr";

    public Dictionary<string, string> Parameters()
    {
        var query = HttpUtility.ParseQueryString(BaseUrl[(BaseUrl.IndexOf('?', StringComparison.Ordinal) + 1)..]);
        var parameters = query.AllKeys.OfType<string>().ToDictionary(key => key, key => query[key] ?? "");
        parameters["fmt"] = "json3";
        return parameters;
    }
}
