namespace NewsEducator.Review.Access;

/// <summary>A browser that is signed in. The cookie holds a secret, this its hash: a copy of the table signs nobody in.</summary>
internal sealed class SignedIn
{
    public required Guid Id { get; init; }

    public required byte[] KeyHash { get; init; }

    public required string Person { get; init; }

    /// <summary>ASP.NET's serialized authentication ticket: name, roles, expiry.</summary>
    public required byte[] Ticket { get; set; }

    public required DateTimeOffset SignedInAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; set; }

    public string? Address { get; init; }

    /// <summary>What the browser calls itself.</summary>
    public string? Agent { get; init; }
}
