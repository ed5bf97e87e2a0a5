namespace NewsEducator.Contracts;

/// <summary>Review's signature of an approval or a release: ECDSA P-256 with SHA-256 over <see cref="SignedText"/>.</summary>
public sealed record MessageSignature
{
    /// <summary>Which of the accepted public keys.</summary>
    public required string KeyId { get; init; }

    /// <summary>The two numbers r and s, 64 bytes (IEEE P1363), in base64.</summary>
    public required string Value { get; init; }
}
