using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using NewsEducator.Review.Texts;
using NewsEducator.ServiceDefaults.Security;

namespace NewsEducator.Review.Pages;

/// <summary>Signing in with a token. The link only fills the form in: what prefetches links signs nobody in.</summary>
internal static class SignIn
{
    public static RazorComponentResult<SignInPage> Form(HttpContext http, string? token = null) =>
        new(new { Reader = Reader.Of(http), Token = token });

    public static async Task<Results<RedirectHttpResult, RazorComponentResult<SignInPage>>> Submit(
        [FromForm] string token, HttpContext http, KnownTokens tokens)
    {
        if (tokens.Find(token.Trim()) is not { } who || !who.HasClaim(who.RoleClaimType, Roles.Viewer))
        {
            var reader = Reader.Of(http);
            return new RazorComponentResult<SignInPage>(new { Reader = reader, Message = reader.T("page.unknown-token") })
            {
                StatusCode = StatusCodes.Status401Unauthorized,
            };
        }

        await Session.SignInAsync(http, who);
        return TypedResults.Redirect("/");
    }

    public static async Task<RedirectHttpResult> Leave(HttpContext http)
    {
        await Session.SignOutAsync(http);
        return TypedResults.Redirect("/signin");
    }

    public static RedirectHttpResult Language([FromForm] string to, HttpContext http)
    {
        http.Response.Cookies.Append(
            Reader.LanguageCookie,
            to == Text.English ? Text.English : Text.Chinese,
            new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, MaxAge = TimeSpan.FromDays(365) });
        return TypedResults.LocalRedirect(http.Request.GetTypedHeaders().Referer is { } from ? from.AbsolutePath : "/");
    }
}
