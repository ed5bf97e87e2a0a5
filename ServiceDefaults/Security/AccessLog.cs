using System.Net;
using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using NewsEducator.Contracts;

namespace NewsEducator.ServiceDefaults.Security;

/// <summary>Who came in and who was turned away, each under an id of its own; no line holds a token.</summary>
public sealed class AccessLog(ILogger<AccessLog> logger)
{
    private const int LongestPath = 200;
    private static readonly EventId TokenUnknown = new(2011, "TokenUnknown");
    private static readonly EventId PersonSignedIn = new(2012, "PersonSignedIn");
    private static readonly EventId RequestRefused = new(2013, "RequestRefused");

    public void Unknown(IPAddress? address) =>
        logger.LogWarning(TokenUnknown, "A token that is not known here was shown by {Address}.", address);

    public void SignedIn(string person, IPAddress? address) =>
        logger.LogInformation(PersonSignedIn, "{Person} signed in from {Address}.", person, address);

    /// <summary>Known, but not allowed to do this.</summary>
    public void Refused(ClaimsPrincipal user, HttpRequest request) =>
        logger.LogWarning(
            RequestRefused,
            "{Person} may not {Method} {Path}.",
            user.Identity?.Name,
            request.Method,
            PlainText.Line(request.Path, LongestPath)
        );
}
