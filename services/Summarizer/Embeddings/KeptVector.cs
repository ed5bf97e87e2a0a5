namespace NewsEducator.Summarizer.Embeddings;

/// <summary>The vector of a text that was encoded before.</summary>
internal sealed class KeptVector
{
    /// <summary>Of model and text, see <see cref="VectorCache"/>.</summary>
    public required string Key { get; init; }

    /// <summary>Little-endian 32-bit floats.</summary>
    public required byte[] Vector { get; init; }

    public required DateTimeOffset At { get; init; }
}
