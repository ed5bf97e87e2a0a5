using System.Globalization;
using System.Net;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace NewsEducator.ServiceDefaults.Security;

/// <summary>Signs in whoever shows a known bearer token.</summary>
internal sealed class TokenHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory logger,
    UrlEncoder encoder,
    IEnumerable<ITokenSource> tokens,
    Lockout lockout
) : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "Token";
    private const string Prefix = "Bearer ";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
        {
            return AuthenticateResult.NoResult();
        }

        var found = await tokens.FindAsync(header[Prefix.Length..].Trim(), Context.RequestAborted);
        return Judge(found, Context.Connection.RemoteIpAddress);
    }

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        if (lockout.Remaining(Context.Connection.RemoteIpAddress) is { } wait)
        {
            Response.StatusCode = StatusCodes.Status429TooManyRequests;
            Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            await Response.WriteAsJsonAsync(
                new ProblemDetails
                {
                    Status = Response.StatusCode,
                    Title = "Too many bad tokens",
                    Detail =
                        $"This address showed too many tokens that are not known here; try again in {Math.Ceiling(wait.TotalMinutes)} minutes.",
                },
                options: null,
                contentType: "application/problem+json",
                Context.RequestAborted
            );
            return;
        }

        Response.Headers.WWWAuthenticate = "Bearer";
        await base.HandleChallengeAsync(properties);
    }

    /// <summary>A neighbour on the same machine is never kept out by what a stranger there did.</summary>
    private AuthenticateResult Judge(ClaimsIdentity? found, IPAddress? address)
    {
        if (found is null)
        {
            lockout.Failed(address);
            return AuthenticateResult.Fail("The bearer token is not known here.");
        }

        return lockout.Remaining(address) is not null && !found.HasClaim(ClaimTypes.Role, Roles.Service)
            ? AuthenticateResult.Fail("Too many bad tokens came from this address.")
            : AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(found), Scheme.Name));
    }
}
