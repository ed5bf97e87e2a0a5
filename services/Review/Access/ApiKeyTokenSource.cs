using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using NewsEducator.Review.Data;
using NewsEducator.ServiceDefaults.Security;

namespace NewsEducator.Review.Access;

/// <summary>The API keys that operators made.</summary>
internal sealed class ApiKeyTokenSource(IServiceScopeFactory scopes) : ITokenSource
{
    public async ValueTask<ClaimsIdentity?> FindAsync(TokenDigest token, CancellationToken cancellationToken) =>
        token.IsApiKey && await FindAsync(token.Hash, cancellationToken) is { } holder ? Person.Of(holder.Name, holder.Role) : null;

    /// <param name="hash">Lower-case hex.</param>
    public async Task<LookUpKey.Holder?> FindAsync(string hash, CancellationToken cancellationToken)
    {
        if (hash.Length != 64 || !hash.All(char.IsAsciiHexDigitLower))
        {
            return null;
        }

        await using var scope = scopes.CreateAsyncScope();
        var bytes = Convert.FromHexString(hash);
        var key = await scope
            .ServiceProvider.GetRequiredService<ReviewDb>()
            .ApiKeys.AsNoTracking()
            .SingleOrDefaultAsync(each => each.Hash == bytes && each.RevokedAt == null, cancellationToken);
        return key is null
            ? null
            : new LookUpKey.Holder(scope.ServiceProvider.GetRequiredService<PersonNames>().OfKey(key.Person), key.Role);
    }
}
