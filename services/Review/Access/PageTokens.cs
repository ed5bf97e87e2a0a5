using System.Collections.Concurrent;
using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using NewsEducator.Review.Data;
using NewsEducator.ServiceDefaults.Security;

namespace NewsEducator.Review.Access;

/// <summary>Makes and recognises <see cref="PageToken"/>s. A person whose session or role ends loses theirs within
/// <see cref="Lifetime"/>.</summary>
internal sealed class PageTokens(IServiceScopeFactory scopes, TimeProvider time)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(1);

    // One that is about to end could end on its way.
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(15);

    private readonly ConcurrentDictionary<(string Person, string Role), (string Token, DateTimeOffset Until)> _made = [];

    public async Task<string> OfAsync(ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        var (person, now) = (Person.NameOf(user), time.GetUtcNow());
        var role =
            Roles.HighestOf(user.FindAll(ClaimTypes.Role).Select(claim => claim.Value))
            ?? throw new InvalidOperationException($"'{person}' has no role.");
        if (_made.TryGetValue((person, role), out var made) && made.Until > now + Margin)
        {
            return made.Token;
        }

        var (kept, token) = ApiKey.Make(person, role, person, now);
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ReviewDb>();
        await db.PageTokens.Where(each => each.ExpiresAt < now).ExecuteDeleteAsync(cancellationToken);
        db.PageTokens.Add(
            new PageToken
            {
                Hash = kept.Hash,
                Person = person,
                Role = role,
                ExpiresAt = now + Lifetime,
            }
        );
        await db.SaveChangesAsync(cancellationToken);
        _made[(person, role)] = (token, now + Lifetime);
        return token;
    }

    /// <param name="hash">Lower-case hex.</param>
    public async Task<LookUpKey.Holder?> FindAsync(string hash, CancellationToken cancellationToken)
    {
        if (hash.Length != 64 || !hash.All(char.IsAsciiHexDigitLower))
        {
            return null;
        }

        var (bytes, now) = (Convert.FromHexString(hash), time.GetUtcNow());
        await using var scope = scopes.CreateAsyncScope();
        return await scope
            .ServiceProvider.GetRequiredService<ReviewDb>()
            .PageTokens.Where(each => each.Hash == bytes && each.ExpiresAt > now)
            .Select(each => new LookUpKey.Holder(each.Person, each.Role))
            .SingleOrDefaultAsync(cancellationToken);
    }
}

/// <summary>Acts at the Publisher as the person whose page asks.</summary>
internal sealed class AttachPersonsToken(PageTokens tokens, IHttpContextAccessor requests) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var user = requests.HttpContext?.User ?? throw new InvalidOperationException("Nobody asks.");
        request.Headers.Authorization = new("Bearer", await tokens.OfAsync(user, cancellationToken));
        return await base.SendAsync(request, cancellationToken);
    }
}
