namespace NewsEducator.Publisher.Notes;

/// <summary>A note that this service wrote or is about to write: as long as its bytes are these, nobody has edited it.</summary>
internal sealed class WrittenNote
{
    /// <summary>Within the vault, as it is named there.</summary>
    public required string Path { get; init; }

    /// <summary>Upper-case hex.</summary>
    public required string Sha256 { get; init; }

    /// <summary>What stands there until it is written; null once it is, and of a new note.</summary>
    public string? FormerSha256 { get; init; }

    public required DateOnly DigestDate { get; init; }

    /// <summary>The card's item; null for a digest's note.</summary>
    public Guid? ItemId { get; init; }

    public bool Holds(byte[] bytes) => Vault.HashOf(bytes) is var hash && (hash == Sha256 || hash == FormerSha256);
}
