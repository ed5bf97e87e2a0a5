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

/// <param name="BaseUrl">Signed; only its parameters are used, on the upstream's own address.</param>
/// <param name="LanguageCode">en, en-GB, zh-Hans …</param>
/// <param name="Kind"><c>asr</c> where speech recognition made it.</param>
internal sealed record CaptionTrack(string BaseUrl, string LanguageCode, string? Kind)
{
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
