using NewsEducator.Collector.Connectors.Dates;

namespace NewsEducator.Collector.Connectors.Feeds;

/// <summary>A feed as it was served.</summary>
/// <param name="Body">Its bytes, decompressed.</param>
/// <param name="Address">Where it was found, after redirects.</param>
internal sealed record FeedSource(ReadOnlyMemory<byte> Body, Uri? Address)
{
    /// <summary>Of the Content-Type.</summary>
    public string? Charset { get; init; }

    /// <summary>Content-Location: where relative addresses start, itself relative to the address.</summary>
    public string? Location { get; init; }

    /// <summary>Content-Language.</summary>
    public string? Language { get; init; }

    /// <summary>How its dates order day and month.</summary>
    public DayOrder Order { get; init; }

    public Uri? Base => Location is null ? Address : WebAddress.Resolve(Location, Address) ?? Address;
}
