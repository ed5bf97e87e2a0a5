using Microsoft.AspNetCore.Components;
using NewsEducator.Review.Schedule;
using NewsEducator.Review.Texts;
using NewsEducator.ServiceDefaults.Security;

namespace NewsEducator.Review.Pages;

/// <summary>Who looks at a page, in which language, colours and time zone.</summary>
public sealed record Reader
{
    public const string LanguageCookie = "language";
    public const string ThemeCookie = "theme";

    public required string? Name { get; init; }

    public required string Language { get; init; }

    /// <summary><c>light</c> or <c>dark</c>; null follows the system.</summary>
    public required string? Theme { get; init; }

    public required string Path { get; init; }

    public required bool MayDecide { get; init; }

    public required bool MayRelease { get; init; }

    public required bool MayAdminister { get; init; }

    /// <summary>The moment in the zone of the packs.</summary>
    public required Func<DateTimeOffset, DateTimeOffset> Local { get; init; }

    public string OtherLanguage => Language == Text.Chinese ? Text.English : Text.Chinese;

    public string Tag => Language == Text.Chinese ? "zh-CN" : "en";

    internal static Reader Of(HttpContext http) =>
        new()
        {
            Name = http.User.Identity?.Name,
            Language = LanguageOf(http.Request),
            Theme = http.Request.Cookies[ThemeCookie] is "light" or "dark" ? http.Request.Cookies[ThemeCookie] : null,
            Path = http.Request.Path,
            MayDecide = http.User.IsInRole(Roles.Reviewer),
            MayRelease = http.User.IsInRole(Roles.Editor),
            MayAdminister = http.User.IsInRole(Roles.Operator),
            Local = http.RequestServices.GetRequiredService<PackCalendar>().LocalOf,
        };

    public string T(string key, params object[] arguments) => Text.Get(key, Language, arguments);

    /// <summary>What another service calls it where there is no word for it here: it may be of a later version.</summary>
    public string Word(string kind, string value) => Text.Catalogue.All.ContainsKey($"{kind}.{value}") ? T($"{kind}.{value}") : value;

    /// <summary>Of what another service says in both languages.</summary>
    public string Choose(string chinese, string english) => Language == Text.Chinese ? chinese : english;

    public MarkupString WhenEver(DateTimeOffset? moment) => moment is { } known ? When(known) : new("—");

    /// <summary>Minutes are enough to read; the exact time is in the attribute.</summary>
    public MarkupString When(DateTimeOffset moment) =>
        new($"""<time datetime="{moment.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}">{Local(moment):yyyy-MM-dd HH:mm}</time>""");

    /// <summary>What somebody chose; before that the one that their browser asks for rather; Chinese where it asks for neither.</summary>
    private static string LanguageOf(HttpRequest request)
    {
        if (request.Cookies[LanguageCookie] is (Text.English or Text.Chinese) and var chosen)
        {
            return chosen;
        }

        var asked = request
            .GetTypedHeaders()
            .AcceptLanguage.OrderByDescending(language => language.Quality ?? 1)
            .Select(language => language.Value.Value);
        return asked.Select(tag => tag?.Split('-')[0].ToLowerInvariant()).FirstOrDefault(tag => tag is Text.English or Text.Chinese)
            ?? Text.Chinese;
    }
}
