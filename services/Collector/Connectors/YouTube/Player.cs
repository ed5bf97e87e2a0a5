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

    /// <exception cref="UnreadableException">The page is another one: a consent form, a captcha.</exception>
    public static Player In(string watchPage)
    {
        var start = watchPage.IndexOf(Marker, StringComparison.Ordinal);
        if (start < 0)
        {
            throw new UnreadableException("YouTube served a page without player data: a consent form or a rate limit");
        }

        try
        {
            // The object ends where its last brace closes, script text follows: the reader stops there by itself.
            var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(watchPage[(start + Marker.Length)..]));
            return JsonSerializer.Deserialize<Player>(ref reader, Json) ?? throw new UnreadableException("YouTube served empty player data");
        }
        catch (JsonException)
        {
            throw new UnreadableException("YouTube served player data that is no JSON");
        }
    }
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
