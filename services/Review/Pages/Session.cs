using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using NewsEducator.ServiceDefaults.Security;

namespace NewsEducator.Review.Pages;

/// <summary>The page's sign-in: a cookie for the browser, kept apart from the API's bearer tokens so that no cookie opens the API.</summary>
internal static class Session
{
    public const string Scheme = "Session";

    public static void AddSession(this WebApplicationBuilder builder)
    {
        builder.Services.AddAuthentication().AddCookie(Scheme, cookie =>
        {
            cookie.LoginPath = "/signin";
            cookie.AccessDeniedPath = "/signin";
            cookie.ReturnUrlParameter = "return";
            cookie.Cookie.Name = "news-educator-review";
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SameSite = SameSiteMode.Strict;
            cookie.ExpireTimeSpan = TimeSpan.FromHours(12);
        });
        builder.Services.AddAntiforgery(options => options.Cookie.Name = "news-educator-form");
        builder.Services.AddRazorComponents();
    }

    public static AuthorizationPolicy Requires(string role) => new AuthorizationPolicyBuilder(Scheme).RequireRole(role).Build();

    public static Task SignInAsync(HttpContext http, ClaimsIdentity who) =>
        http.SignInAsync(Scheme, new ClaimsPrincipal(new ClaimsIdentity(who.Claims, Scheme)));

    public static Task SignOutAsync(HttpContext http) => http.SignOutAsync(Scheme);
}
