using System.Text;
using System.Text.Json;

namespace NewsEducator.Collector.Connectors.YouTube;

/// <summary>The player's data, which a watch page carries as <c>ytInitialPlayerResponse = {…};</c>.</summary>
internal sealed record Player
{
    private const string Marker = "ytInitialPlayerResponse = ";
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public Playability? PlayabilityStatus { get; init; }

    public VideoDetails? VideoDetails { get; init; }

    public PlayerCaptions? Captions { get; init; }

    public PlayerMicroformat? Microformat { get; init; }

    /// <param name="watchPage">The page, or the player's data by itself.</param>
    /// <exception cref="UnreadableException">The page is another one: a consent form, a captcha.</exception>
    public static Player In(string watchPage)
    {
        var marker = watchPage.IndexOf(Marker, StringComparison.Ordinal);
        var start = marker >= 0 ? marker + Marker.Length : watchPage.StartsWith('{') ? 0 : throw new UnreadableException(WhatInstead(watchPage));
        try
        {
            // The object ends where its last brace closes, script text follows: the reader stops there by itself.
            var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(watchPage[start..]));
            return JsonSerializer.Deserialize<Player>(ref reader, Json) ?? throw new UnreadableException("YouTube served empty player data");
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
            : throw new UnreadableException($"YouTube does not play {video}: {PlayabilityStatus?.Reason ?? PlayabilityStatus?.Status ?? "no reason given"}");

    private static string WhatInstead(string page) => page switch
    {
        _ when page.Contains("g-recaptcha", StringComparison.Ordinal) || page.Contains("das_captcha", StringComparison.Ordinal) =>
            "YouTube asks for a captcha: too many requests from here",
        _ when page.Contains("consent.youtube.com", StringComparison.Ordinal) => "YouTube asks for a consent that a program cannot give",
        _ => "YouTube served a page without player data",
    };
}

internal sealed record Playability(string? Status, string? Reason);

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
