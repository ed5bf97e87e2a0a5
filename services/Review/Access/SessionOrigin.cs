using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using NewsEducator.ServiceDefaults.Security;

namespace NewsEducator.Review.Access;

/// <summary>By what a session was opened, and whether that would still open it: asked with every request.</summary>
internal sealed class SessionOrigin(IServiceProvider services, IOptions<AccessOptions> access)
{
    public const string Item = "origin";
    public const string OpenId = "openid";
    private const string Key = "key:";
    private const string Token = "token:";

    public static string Of(string token) =>
        TokenDigest.Of(token) is { IsApiKey: true } key ? Key + key.Hash : Token + TokenDigest.Of(token).Hash;

    /// <summary>A key that was revoked, a token that is gone and a role that was taken away end the session.</summary>
    public async Task<bool> HoldsAsync(AuthenticationTicket ticket, CancellationToken cancellationToken)
    {
        if (!ticket.Properties.Items.TryGetValue(Item, out var origin) || origin is null)
        {
            return false;
        }

        if (origin == OpenId)
        {
            return access.Value.OpenId.IsOn;
        }

        var digest = new TokenDigest(
            origin[(origin.IndexOf(':', StringComparison.Ordinal) + 1)..],
            origin.StartsWith(Key, StringComparison.Ordinal)
        );
        var now = await services.GetServices<ITokenSource>().FindAsync(digest, cancellationToken);
        return now is not null
            && now.Name == ticket.Principal.Identity?.Name
            && RolesOf(now.Claims).SetEquals(RolesOf(ticket.Principal.Claims));
    }

    private static HashSet<string> RolesOf(IEnumerable<Claim> claims) =>
        [.. claims.Where(claim => claim.Type == ClaimTypes.Role).Select(claim => claim.Value)];
}
