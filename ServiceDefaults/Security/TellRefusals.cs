using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Http;

namespace NewsEducator.ServiceDefaults.Security;

/// <summary>Logs what is forbidden to who asks for it; the answer stays the framework's.</summary>
internal sealed class TellRefusals(AccessLog log) : IAuthorizationMiddlewareResultHandler
{
    private readonly AuthorizationMiddlewareResultHandler _usual = new();

    public Task HandleAsync(
        RequestDelegate next,
        HttpContext context,
        AuthorizationPolicy policy,
        PolicyAuthorizationResult authorizeResult
    )
    {
        if (authorizeResult.Forbidden)
        {
            log.Refused(context.User, context.Request);
        }

        return _usual.HandleAsync(next, context, policy, authorizeResult);
    }
}
