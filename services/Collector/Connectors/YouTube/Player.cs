using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using NewsEducator.Collector.Connectors.Http;

namespace NewsEducator.Collector.Connectors.YouTube;

/// <summary>The player's data, which a watch page carries as <c>ytInitialPlayerResponse = {…};</c>.</summary>
internal sealed record Player
{
    private const string Marker = "ytInitialPlayerResponse = ";
    public Playability? PlayabilityStatus { get; init; }

    public VideoDetails? VideoDetails { get; init; }

    public PlayerCaptions? Captions { get; init; }

    public PlayerMicroformat? Microformat { get; init; }

    /// <param name="watchPage">The page, or the player's data by itself.</param>
    /// <exception cref="UnreadableException">The page is another one: a consent form, a captcha.</exception>
    public static Player In(string watchPage)
    {
        var marker = watchPage.IndexOf(Marker, StringComparison.Ordinal);
        var start =
            marker >= 0 ? marker + Marker.Length
            : watchPage.StartsWith('{') ? 0
            : throw WhatInstead(watchPage);
        try
        {
            // The object ends where its last brace closes, script text follows: the reader stops there by itself.
            var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(watchPage[start..]));
            return JsonSerializer.Deserialize<Player>(ref reader, UpstreamJson.CamelCase)
                ?? throw new UnreadableException("YouTube served empty player data");
        }
        catch (JsonException)
        {
            throw new UnreadableException("YouTube served player data that is no JSON");
        }
    }

    /// <returns>The data of a video that plays.</returns>
    /// <exception cref="UnreadableException">It does not, for the reason that YouTube gives.</exception>
    public VideoDetails Playing(string video) =>
        VideoDetails is { } details && details.VideoId == video && PlayabilityStatus is { Status: "OK" }
            ? details
            : throw new UnreadableException(
                $"YouTube does not play {video}: {PlayabilityStatus?.Reason ?? PlayabilityStatus?.Status ?? "no reason given"}",
                PlayabilityStatus?.Meaning ?? FaultKind.Later
            );

    private static UnreadableException WhatInstead(string page) =>
        page switch
        {
            _ when page.Contains("g-recaptcha", StringComparison.Ordinal) || page.Contains("das_captcha", StringComparison.Ordinal) => new(
                "YouTube asks for a captcha: too many requests from here",
                FaultKind.Forbidden
            ),
            _ when page.Contains("consent.youtube.com", StringComparison.Ordinal) => new(
                "YouTube asks for a consent that a program cannot give",
                FaultKind.Forbidden
            ),
            _ => new("YouTube served a page without player data"),
        };
}

/// <param name="Status">OK, ERROR, UNPLAYABLE, LOGIN_REQUIRED, LIVE_STREAM_OFFLINE, CONTENT_CHECK_REQUIRED …</param>
/// <param name="Reason">In the language that was asked for, English.</param>
internal sealed record Playability(string? Status, string? Reason)
{
    /// <summary>ERROR is YouTube's word for a video that is not there, or not any more; a private one was taken away by its
    /// author.</summary>
    [JsonIgnore]
    public FaultKind Meaning =>
        Status switch
        {
            "ERROR" when Reason?.Contains("again", StringComparison.OrdinalIgnoreCase) == true => FaultKind.Later,
            "ERROR" => FaultKind.Gone,
            _ when Reason?.Contains("private", StringComparison.OrdinalIgnoreCase) == true => FaultKind.Gone,
            "LOGIN_REQUIRED" or "UNPLAYABLE" or "AGE_VERIFICATION_REQUIRED" or "CONTENT_CHECK_REQUIRED" => FaultKind.Forbidden,
            _ => FaultKind.Later,
        };
}

internal sealed record VideoDetails
{
    public required string VideoId { get; init; }

    public required string Title { get; init; }

    public string? ChannelId { get; init; }

    public string? Author { get; init; }

    public string? ShortDescription { get; init; }

    public IReadOnlyList<string> Keywords { get; init; } = [];

    /// <summary>A number as text.</summary>
    public string? LengthSeconds { get; init; }
}

internal sealed record PlayerMicroformat(Microformat? PlayerMicroformatRenderer);

internal sealed record Microformat(DateTimeOffset? PublishDate, DateTimeOffset? UploadDate);
