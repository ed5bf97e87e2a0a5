namespace NewsEducator.Review.Access;

/// <summary>A session as the page lists it.</summary>
public sealed record SessionLine(
    Guid Id,
    string Person,
    DateTimeOffset SignedInAt,
    DateTimeOffset ExpiresAt,
    string? Address,
    string? Agent
);

/// <summary>An API key as the page lists it: never the key.</summary>
public sealed record KeyLine(
    Guid Id,
    string Prefix,
    string Person,
    string Role,
    string CreatedBy,
    DateTimeOffset CreatedAt,
    DateTimeOffset? RevokedAt,
    string? RevokedBy
);
