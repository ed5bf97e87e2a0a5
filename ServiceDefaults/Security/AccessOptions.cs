namespace NewsEducator.ServiceDefaults.Security;

/// <summary>Section <c>Auth</c>: who may call. Tokens come from the host, never from appsettings.</summary>
public sealed class AccessOptions
{
    public const string Section = "Auth";

    /// <summary>The token of the person at this machine, with all roles; made by the AppHost.</summary>
    public string? LocalToken { get; set; }

    /// <summary>What the services show each other; may read snapshots, nothing else.</summary>
    public string? ServiceToken { get; set; }

    /// <summary>Further people.</summary>
    public IList<PersonToken> People { get; } = [];
}

/// <summary>A person's bearer token.</summary>
public sealed class PersonToken
{
    public required string Name { get; set; }

    /// <summary>One of <see cref="Roles"/>; a higher role includes the lower ones.</summary>
    public required string Role { get; set; }

    public required string Token { get; set; }
}
