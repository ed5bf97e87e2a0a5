namespace NewsEducator.Publisher.Coverage;

/// <summary>A concept of the learning map, as the Summarizer last named it: what was never covered is known by it alone.</summary>
internal sealed class KnownConcept
{
    public required string Key { get; init; }

    public required string Name { get; set; }

    /// <summary>In the map's order.</summary>
    public required int Place { get; set; }
}
