using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using NewsEducator.Contracts;
using NewsEducator.Review.Pages;
using NewsEducator.ServiceDefaults.Security;

namespace NewsEducator.Review.Access;

/// <summary>Signing in through the provider of the configuration: code flow with PKCE, the role from one of its claims.</summary>
internal static class OpenIdSignIn
{
    public const string Scheme = "OpenId";

    public static void AddOpenId(this WebApplicationBuilder builder)
    {
        var open = builder.Configuration.GetSection(AccessOptions.Section).Get<AccessOptions>()?.OpenId;
        if (open is not { IsOn: true })
        {
            return;
        }

        builder
            .Services.AddAuthentication()
            .AddOpenIdConnect(
                Scheme,
                connect =>
                {
                    connect.SignInScheme = Session.Scheme;
                    connect.Authority = open.Authority;
                    connect.ClientId = open.ClientId;
                    connect.ClientSecret = open.ClientSecret;
                    connect.RequireHttpsMetadata = open.RequireHttps;
                    connect.ResponseType = OpenIdConnectResponseType.Code;
                    connect.ResponseMode = OpenIdConnectResponseMode.Query;
                    connect.UsePkce = true;
                    connect.MapInboundClaims = false;
                    connect.GetClaimsFromUserInfoEndpoint = true;
                    connect.ClaimActions.MapJsonKey(open.NameClaim, open.NameClaim);
                    connect.ClaimActions.MapJsonKey(open.RoleClaim, open.RoleClaim);
                    connect.CallbackPath = "/signin/openid/back";
                    connect.SaveTokens = false;
                    // The way back is a plain navigation, for which Lax suffices; None would not be sent without https.
                    connect.CorrelationCookie.SameSite = SameSiteMode.Lax;
                    connect.CorrelationCookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
                    connect.NonceCookie.SameSite = SameSiteMode.Lax;
                    connect.NonceCookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
                    connect.Scope.Clear();
                    foreach (var scope in $"openid profile {open.Scopes}".Split(' ', StringSplitOptions.RemoveEmptyEntries))
                    {
                        connect.Scope.Add(scope);
                    }

                    connect.Events.OnTicketReceived = context => Welcome(context, open);
                    connect.Events.OnRemoteFailure = context => TurnAway(context, "page.openid-failed");
                }
            );
    }

    /// <summary>Where the browser is sent to the provider.</summary>
    public static async Task<IResult> Go(IAuthenticationSchemeProvider schemes) =>
        await schemes.GetSchemeAsync(Scheme) is null
            ? TypedResults.NotFound()
            : TypedResults.Challenge(new AuthenticationProperties { RedirectUri = "/signin/done" }, [Scheme]);

    /// <summary>Of all that the provider says only who it is, the name and the role are kept.</summary>
    private static async Task Welcome(TicketReceivedContext context, OpenIdOptions open)
    {
        var claims = context.Principal?.Claims.ToList() ?? [];
        var name = PlainText.Line(
            (claims.Find(claim => claim.Type == open.NameClaim) ?? claims.Find(claim => claim.Type == "sub"))?.Value,
            80
        );
        var role = Roles.HighestOf(claims.Where(claim => claim.Type == open.RoleClaim).Select(claim => claim.Value));
        var subject = claims.Find(claim => claim.Type == "sub");
        if (name.Length == 0 || role is null || subject is null)
        {
            await TurnAway(context, "page.openid-no-role");
            return;
        }

        var names = context.HttpContext.RequestServices.GetRequiredService<PersonNames>();
        var shown = await names.OfOpenIdAsync(subject.Issuer, subject.Value, name, context.HttpContext.RequestAborted);
        context.Principal = Session.PrincipalOf(Person.Of(shown, role));
        context.Properties!.Items[SessionOrigin.Item] = SessionOrigin.OpenId;
    }

    private static Task TurnAway<TOptions>(HandleRequestContext<TOptions> context, string reason)
        where TOptions : AuthenticationSchemeOptions
    {
        context.Response.Redirect($"/signin?reason={reason}");
        context.HandleResponse();
        return Task.CompletedTask;
    }
}
