using System.Text.Json.Serialization;

namespace NewsEducator.Collector.Connectors.YouTube;

/// <summary>Who a video says that it is.</summary>
internal sealed record Oembed
{
    public required string Title { get; init; }

    /// <summary>The channel's title.</summary>
    [JsonPropertyName("author_name")]
    public required string AuthorName { get; init; }
}
