namespace NewsEducator.Collector.Sources;

/// <summary>A source as the API shows it.</summary>
internal sealed record SourceView
{
    public required string Id { get; init; }

    /// <summary>Name of the connector, as in sources.yaml.</summary>
    public required string Kind { get; init; }

    /// <summary>Repository, channel or model; empty where the kind needs none.</summary>
    public required string Target { get; init; }

    /// <summary>90s, 15m, 2h, 1d.</summary>
    public required string Interval { get; init; }

    public required bool Enabled { get; init; }

    /// <summary>sources.yaml has a say; an edit takes the source over.</summary>
    public required bool FromFile { get; init; }

    public required SourceHealth Health { get; init; }
}
