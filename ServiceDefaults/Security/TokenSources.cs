using System.Security.Claims;

namespace NewsEducator.ServiceDefaults.Security;

/// <summary>Asks every source in turn.</summary>
public static class TokenSources
{
    /// <returns>The identity behind the token, or null where no source knows it.</returns>
    public static ValueTask<ClaimsIdentity?> FindAsync(
        this IEnumerable<ITokenSource> sources,
        string token,
        CancellationToken cancellationToken
    ) => sources.FindAsync(TokenDigest.Of(token), cancellationToken);

    /// <returns>The identity behind the token, or null where no source knows it any more.</returns>
    public static async ValueTask<ClaimsIdentity?> FindAsync(
        this IEnumerable<ITokenSource> sources,
        TokenDigest token,
        CancellationToken cancellationToken
    )
    {
        foreach (var source in sources)
        {
            if (await source.FindAsync(token, cancellationToken) is { } found)
            {
                return found;
            }
        }

        return null;
    }
}
