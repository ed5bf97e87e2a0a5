using System.Security.Claims;
using NewsEducator.Review.Texts;
using NewsEducator.ServiceDefaults.Security;

namespace NewsEducator.Review.Pages;

/// <summary>Who looks at a page, and in which language.</summary>
public sealed record Reader(string? Name, string Language, bool MayDecide, bool MayRelease)
{
    public const string LanguageCookie = "language";

    internal static Reader Of(HttpContext http) => new(
        http.User.Identity?.Name,
        http.Request.Cookies[LanguageCookie] == Text.English ? Text.English : Text.Chinese,
        http.User.IsInRole(Roles.Reviewer),
        http.User.IsInRole(Roles.Editor));

    public string OtherLanguage => Language == Text.Chinese ? Text.English : Text.Chinese;

    public string T(string key, params object[] arguments) => Text.Get(key, Language, arguments);
}
