namespace NewsEducator.Review.Access;

/// <summary>Somebody of an OpenID provider: issuer and subject are the identity, the name is only what is shown.</summary>
internal sealed class KnownPerson
{
    public required string Issuer { get; init; }

    public required string Subject { get; init; }

    public required string Name { get; init; }

    /// <summary>See <see cref="PersonNames.KeyOf"/>; unique.</summary>
    public required string NameKey { get; init; }
}
