using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace NewsEducator.ServiceDefaults.Security;

/// <summary>Signs in whoever shows a known bearer token.</summary>
internal sealed class TokenHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory logger,
    UrlEncoder encoder,
    KnownTokens tokens) : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "Token";
    private const string Prefix = "Bearer ";

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
        {
            return Task.FromResult(AuthenticateResult.NoResult());
        }

        return Task.FromResult(tokens.Find(header[Prefix.Length..].Trim()) is { } who
            ? AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(who), Scheme.Name))
            : AuthenticateResult.Fail("The bearer token is not known here."));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = "Bearer";
        return base.HandleChallengeAsync(properties);
    }
}

/// <summary>The configured tokens, held as hashes and compared in constant time.</summary>
public sealed class KnownTokens
{
    private readonly List<(byte[] Hash, string Name, string[] Roles)> _tokens = [];

    public KnownTokens(IOptions<AccessOptions> options)
    {
        var access = options.Value;
        Add(access.LocalToken, "local", [.. Roles.UpTo(Roles.Operator)]);
        Add(access.ServiceToken, "service", [Roles.Service]);
        foreach (var person in access.People)
        {
            Add(person.Token, person.Name, [.. Roles.UpTo(person.Role)]);
        }
    }

    /// <returns>The identity behind the token, or null.</returns>
    public ClaimsIdentity? Find(string token)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(token));
        ClaimsIdentity? found = null;
        foreach (var (known, name, roles) in _tokens)
        {
            if (CryptographicOperations.FixedTimeEquals(known, hash))
            {
                found = new ClaimsIdentity(
                    [new Claim(ClaimTypes.Name, name), .. roles.Select(role => new Claim(ClaimTypes.Role, role))], TokenHandler.SchemeName);
            }
        }

        return found;
    }

    private void Add(string? token, string name, string[] roles)
    {
        if (!string.IsNullOrWhiteSpace(token))
        {
            _tokens.Add((SHA256.HashData(Encoding.UTF8.GetBytes(token)), name, roles));
        }
    }
}
