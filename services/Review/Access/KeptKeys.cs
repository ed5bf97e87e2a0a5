using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using NewsEducator.Review.Data;
using NewsEducator.ServiceDefaults.Security;

namespace NewsEducator.Review.Access;

/// <summary>The API keys that operators made.</summary>
internal sealed class KeptKeys(IServiceScopeFactory scopes) : ITokenSource
{
    public async ValueTask<ClaimsIdentity?> FindAsync(string token, CancellationToken cancellationToken)
    {
        if (!token.StartsWith("ne_", StringComparison.Ordinal))
        {
            return null;
        }

        await using var scope = scopes.CreateAsyncScope();
        var hash = ApiKey.HashOf(token);
        var key = await scope.ServiceProvider.GetRequiredService<ReviewDb>().ApiKeys.AsNoTracking()
            .SingleOrDefaultAsync(each => each.Hash == hash && each.RevokedAt == null, cancellationToken);
        return key is null ? null : Person.Of(key.Person, key.Role);
    }
}
