using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.HttpResults;
using NewsEducator.ServiceDefaults.Security;

namespace NewsEducator.Review.Access;

/// <summary>Tells the other services whose key it is, so that a key of <c>/access</c> opens all of them.</summary>
internal static class LookUpKey
{
    public const string Address = "/access/keys/lookup";

    public static AuthorizationPolicy OfServices { get; } = new AuthorizationPolicyBuilder().RequireRole(Roles.Service).Build();

    /// <param name="Hash">SHA-256 of the key, lower-case hex.</param>
    internal sealed record Request(string Hash);

    internal sealed record Holder(string Name, string Role);

    public static async Task<Results<Ok<Holder>, NotFound>> Handle(
        Request request,
        ApiKeyTokenSource keys,
        PageTokens tokens,
        CancellationToken cancellationToken
    ) =>
        (await keys.FindAsync(request.Hash, cancellationToken) ?? await tokens.FindAsync(request.Hash, cancellationToken)) is { } holder
            ? TypedResults.Ok(holder)
            : TypedResults.NotFound();
}
