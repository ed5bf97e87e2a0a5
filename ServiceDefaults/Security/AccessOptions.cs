using System.ComponentModel.DataAnnotations;
using NewsEducator.ServiceDefaults.Settings;

namespace NewsEducator.ServiceDefaults.Security;

/// <summary>Section <c>Auth</c>: who may call. Tokens come from the host, never from appsettings.</summary>
public sealed class AccessOptions
{
    public const string Section = "Auth";

    /// <summary>Under which name the person at this machine acts.</summary>
    public const string LocalName = "local";

    public const string ServiceName = "service";

    /// <summary>Names that the configuration gives; nobody else can have one of them.</summary>
    public IEnumerable<string> Names => People.Select(person => person.Name).Append(LocalName).Append(ServiceName);

    /// <summary>The token of the person at this machine, with all roles; made by the AppHost.</summary>
    [Secret]
    public string? LocalToken { get; set; }

    /// <summary>The token that services use among themselves; it may read snapshots and nothing else.</summary>
    [Secret]
    public string? ServiceToken { get; set; }

    /// <summary>Further people.</summary>
    public IList<PersonToken> People { get; } = [];

    /// <summary>After so many bad tokens in a row an address has to wait.</summary>
    [Range(3, 1_000_000)]
    public int LockoutAfter { get; set; } = 10;

    /// <summary>How long it waits, counted from the last bad token.</summary>
    public TimeSpan LockoutFor { get; set; } = TimeSpan.FromMinutes(5);

    public OpenIdOptions OpenId { get; } = new();
}

/// <summary>A person's bearer token.</summary>
public sealed class PersonToken
{
    public required string Name { get; set; }

    /// <summary>One of <see cref="Roles"/>; a higher role includes the lower ones.</summary>
    public required string Role { get; set; }

    [Secret]
    public required string Token { get; set; }
}

/// <summary>Signing in to the pages through an OpenID Connect provider: code flow with PKCE.</summary>
public sealed class OpenIdOptions
{
    /// <summary>The provider's issuer; if empty, nobody signs in through a provider.</summary>
    public string? Authority { get; set; }

    public string ClientId { get; set; } = "news-educator";

    /// <summary>Empty for a public client.</summary>
    [Secret]
    public string? ClientSecret { get; set; }

    /// <summary>Claim that names the person in history and digests.</summary>
    public string NameClaim { get; set; } = "name";

    /// <summary>Claim that holds the role, or several of them, of which the highest counts.</summary>
    public string RoleClaim { get; set; } = "roles";

    /// <summary>Requested in addition to <c>openid profile</c>; separated by blanks.</summary>
    public string Scopes { get; set; } = "";

    /// <summary>False only for a provider on this machine.</summary>
    public bool RequireHttps { get; set; } = true;

    public bool IsOn => !string.IsNullOrWhiteSpace(Authority);
}
