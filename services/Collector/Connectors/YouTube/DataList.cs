using System.Text.Json;
using System.Text.Json.Serialization;
using System.Xml;
using NewsEducator.Collector.Connectors.Http;

namespace NewsEducator.Collector.Connectors.YouTube;

/// <summary>Any list of the Data API: videos, channels, search results, items of a playlist.</summary>
internal sealed record DataList
{
    public required string Kind { get; init; }

    public string? NextPageToken { get; init; }

    public required IReadOnlyList<DataItem> Items { get; init; }

    /// <exception cref="UnreadableException">It is no such list.</exception>
    public static DataList Read(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<DataList>(json, UpstreamJson.CamelCase)
                ?? throw new UnreadableException("YouTube's API served nothing");
        }
        catch (JsonException)
        {
            throw new UnreadableException("YouTube's API served something else than a list");
        }
    }
}

internal sealed record DataItem
{
    /// <summary>A text, or an object that says of what it is the id.</summary>
    public JsonElement Id { get; init; }

    public DataSnippet? Snippet { get; init; }

    public DataContent? ContentDetails { get; init; }

    public DataStatistics? Statistics { get; init; }

    /// <summary>The video's or channel's id.</summary>
    [JsonIgnore]
    public string? Target =>
        Snippet?.ResourceId?.VideoId
        ?? (
            Id.ValueKind switch
            {
                JsonValueKind.String => Id.GetString(),
                JsonValueKind.Object => TextOf("videoId") ?? TextOf("channelId"),
                _ => null,
            }
        );

    private string? TextOf(string name) =>
        Id.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString() : null;
}

internal sealed record DataSnippet(
    string Title,
    string? Description,
    string? ChannelId,
    string? ChannelTitle,
    DateTimeOffset? PublishedAt,
    DataResource? ResourceId
);

internal sealed record DataResource(string? VideoId);

/// <param name="Duration">ISO 8601: PT12M14S.</param>
internal sealed record DataContent(string? Duration)
{
    [JsonIgnore]
    public TimeSpan? Length
    {
        get
        {
            try
            {
                return Duration is null ? null : XmlConvert.ToTimeSpan(Duration);
            }
            catch (Exception error) when (error is FormatException or OverflowException)
            {
                return null;
            }
        }
    }
}

/// <summary>Numbers as texts; likes are missing where the owner hides them.</summary>
[JsonNumberHandling(JsonNumberHandling.AllowReadingFromString)]
internal sealed record DataStatistics(long ViewCount, long LikeCount, long CommentCount);
