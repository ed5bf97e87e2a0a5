using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using NewsEducator.Review.Access;
using NewsEducator.Review.Data;
using NewsEducator.Review.Pages.Evidence;
using NewsEducator.ServiceDefaults.Security;

namespace NewsEducator.Review.Pages;

/// <summary>The page's sign-in: a cookie for the browser, kept apart from the API's bearer tokens so that no cookie opens the
/// API.</summary>
internal static class Session
{
    public const string Scheme = "Session";

    // The same in each replica, wherever its files are.
    private const string ApplicationName = "news-educator-review";

    /// <summary>How long an unused session lasts.</summary>
    public static readonly TimeSpan Length = TimeSpan.FromHours(12);

    /// <summary>How long one lasts that is used all the time.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(7);

    public static void AddSession(this WebApplicationBuilder builder)
    {
        builder.Services.AddDataProtection().SetApplicationName(ApplicationName).PersistKeysToDbContext<ReviewDb>();
        builder.Services.AddHostedService<MakeFirstKey>();
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddSingleton<SessionStore>();
        builder.Services.AddSingleton<SessionOrigin>();
        builder.Services.AddScoped<PersonNames>();
        builder.Services.AddSingleton<ApiKeyTokenSource>();
        builder.Services.AddSingleton<ITokenSource>(services => services.GetRequiredService<ApiKeyTokenSource>());
        builder
            .Services.AddAuthentication()
            .AddCookie(
                Scheme,
                cookie =>
                {
                    cookie.LoginPath = "/signin";
                    cookie.AccessDeniedPath = "/signin";
                    cookie.ReturnUrlParameter = "return";
                    cookie.Cookie.Name = "news-educator-review";
                    cookie.Cookie.HttpOnly = true;
                    cookie.Cookie.SameSite = SameSiteMode.Strict;
                    cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
                    cookie.ExpireTimeSpan = Length;
                }
            );
        builder
            .Services.AddOptions<CookieAuthenticationOptions>(Scheme)
            .Configure<SessionStore>((cookie, store) => cookie.SessionStore = store);
        builder.Services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "news-educator-form";
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        builder.Services.AddRazorComponents();
        builder.Services.AddTransient<ReadSnapshot>();
    }

    /// <summary>Nobody has to be signed in, but whoever is must be known: the forms of a page are bound to its reader.</summary>
    public static AuthorizationPolicy OfAnybody { get; } = new AuthorizationPolicyBuilder(Scheme).RequireAssertion(_ => true).Build();

    public static AuthorizationPolicy Requires(string role) => new AuthorizationPolicyBuilder(Scheme).RequireRole(role).Build();

    public static ClaimsPrincipal PrincipalOf(ClaimsIdentity who) => new(new ClaimsIdentity(who.Claims, Scheme));

    /// <param name="token">By which the person was recognised.</param>
    public static Task SignInAsync(HttpContext http, ClaimsIdentity who, string token)
    {
        var properties = new AuthenticationProperties();
        properties.Items[SessionOrigin.Item] = SessionOrigin.Of(token);
        return http.SignInAsync(Scheme, PrincipalOf(who), properties);
    }

    public static Task SignOutAsync(HttpContext http) => http.SignOutAsync(Scheme);
}
