using System.Globalization;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using NewsEducator.Review.Access;
using NewsEducator.Review.Texts;
using NewsEducator.ServiceDefaults.Security;

namespace NewsEducator.Review.Pages;

/// <summary>Signing in with a token, or by way of a provider. The link only fills the form in: what prefetches links signs nobody
/// in.</summary>
internal static class SignIn
{
    private static readonly string[] Reasons = ["page.openid-failed", "page.openid-no-role"];

    public static Task<RazorComponentResult> Form(
        HttpContext http,
        IAuthenticationSchemeProvider schemes,
        string? token = null,
        string? reason = null
    ) => ShowAsync(http, schemes, token, Reasons.Contains(reason) ? Reader.Of(http).T(reason!) : null, StatusCodes.Status200OK);

    public static async Task<Results<RedirectHttpResult, RazorComponentResult>> Submit(
        [FromForm] string token,
        HttpContext http,
        IEnumerable<ITokenSource> tokens,
        IAuthenticationSchemeProvider schemes,
        Lockout lockout,
        CancellationToken cancellationToken
    )
    {
        var address = http.Connection.RemoteIpAddress;
        if (lockout.Remaining(address) is { } wait)
        {
            http.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            var message = Reader.Of(http).T("page.locked-out", Math.Ceiling(wait.TotalMinutes));
            return await ShowAsync(http, schemes, null, message, StatusCodes.Status429TooManyRequests);
        }

        if (await tokens.FindAsync(token.Trim(), cancellationToken) is not { } who || !who.HasClaim(who.RoleClaimType, Roles.Viewer))
        {
            lockout.Failed(address);
            return await ShowAsync(http, schemes, null, Reader.Of(http).T("page.unknown-token"), StatusCodes.Status401Unauthorized);
        }

        lockout.Succeeded(address);
        await Session.SignInAsync(http, who, token.Trim());
        return TypedResults.Redirect("/");
    }

    /// <summary>Comes back from a provider: the first page that is ours alone, so that the browser sends the strict cookie with the
    /// next.</summary>
    public static RazorComponentResult Done(HttpContext http) => new RazorComponentResult<SignedInPage>(new { Reader = Reader.Of(http) });

    public static async Task<RedirectHttpResult> Leave(HttpContext http)
    {
        await Session.SignOutAsync(http);
        return TypedResults.Redirect("/signin");
    }

    public static RedirectHttpResult Language([FromForm] string to, HttpContext http) =>
        Remember(http, Reader.LanguageCookie, to == Text.English ? Text.English : Text.Chinese);

    public static RedirectHttpResult Theme([FromForm] string to, HttpContext http) =>
        Remember(http, Reader.ThemeCookie, to is "light" or "dark" ? to : "system");

    private static RedirectHttpResult Remember(HttpContext http, string cookie, string value)
    {
        http.Response.Cookies.Append(
            cookie,
            value,
            new CookieOptions
            {
                HttpOnly = true,
                Secure = http.Request.IsHttps,
                SameSite = SameSiteMode.Strict,
                MaxAge = TimeSpan.FromDays(365),
            }
        );
        // A path may begin with two slashes, which a browser takes for another host.
        var from = http.Request.GetTypedHeaders().Referer?.AbsolutePath;
        return TypedResults.Redirect(from is null || from.StartsWith("//", StringComparison.Ordinal) || from.Contains('\\') ? "/" : from);
    }

    private static async Task<RazorComponentResult> ShowAsync(
        HttpContext http,
        IAuthenticationSchemeProvider schemes,
        string? token,
        string? message,
        int status
    ) =>
        new RazorComponentResult<SignInPage>(
            new
            {
                Reader = Reader.Of(http),
                Token = token,
                Message = message,
                HasProvider = await schemes.GetSchemeAsync(OpenIdSignIn.Scheme) is not null,
            }
        )
        {
            StatusCode = status,
        };
}
