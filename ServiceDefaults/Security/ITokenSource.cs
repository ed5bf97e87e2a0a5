using System.Security.Claims;

namespace NewsEducator.ServiceDefaults.Security;

/// <summary>Knows bearer tokens by their digests: the configured ones everywhere, and whatever a service keeps itself.</summary>
public interface ITokenSource
{
    /// <returns>The identity behind the token, or null.</returns>
    ValueTask<ClaimsIdentity?> FindAsync(TokenDigest token, CancellationToken cancellationToken);
}
