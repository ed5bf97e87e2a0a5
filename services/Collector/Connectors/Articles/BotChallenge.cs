using AngleSharp.Dom;

namespace NewsEducator.Collector.Connectors.Articles;

/// <summary>A page that asks whether a person reads it, served in place of the article and often as 200.</summary>
/// <remarks>Told by the protection's own elements and scripts, never by words: an article may be about them.</remarks>
internal static class BotChallenge
{
    // Short of this a page with a captcha in it is nothing but the captcha; articles have one in their comment form.
    private const int ShortestArticle = 600;

    private const string Widgets =
        ".g-recaptcha, .h-captcha, .cf-turnstile, iframe[src*='captcha'], iframe[src*='_Incapsula_Resource'], form[action*='captcha']";

    private const string ChallengesOnly = "#anubis_challenge, #challenge-form, #px-captcha, #sec-if-cpt-container";

    // Variables and addresses that only the pages in between have.
    private static readonly string[] Scripts =
    [
        "_cf_chl_opt",
        "sucuri_cloudproxy_js",
        "gokuProps",
        "bm-verify",
        "geo.captcha-delivery.com",
        "ct.captcha-delivery.com",
    ];

    /// <param name="page">As served.</param>
    public static bool IsOn(IParentNode page) =>
        page.QuerySelector(ChallengesOnly) is not null
        || page.QuerySelectorAll("script")
            .Any(script =>
                Scripts.Any(name =>
                    script.TextContent.Contains(name, StringComparison.Ordinal)
                    || script.GetAttribute("src")?.Contains(name, StringComparison.Ordinal) == true
                )
            );

    /// <param name="page">As served.</param>
    public static bool HasWidget(IParentNode page) => page.QuerySelector(Widgets) is not null;

    /// <param name="text">What was read of a page with a widget.</param>
    public static bool IsAll(string text) => text.Length < ShortestArticle;
}
