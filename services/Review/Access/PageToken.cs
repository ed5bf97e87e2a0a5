namespace NewsEducator.Review.Access;

/// <summary>By which Review's pages act for a signed-in person at another service, for minutes. It never leaves the servers; this is its
/// hash.</summary>
internal sealed class PageToken
{
    public required byte[] Hash { get; init; }

    public required string Person { get; init; }

    public required string Role { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }
}
