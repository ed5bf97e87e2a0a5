using System.Net;
using System.Web;
using Microsoft.AspNetCore.Mvc.Testing;

namespace NewsEducator.Review.Tests.Slices.Access;

/// <summary>Signing in through a real provider.</summary>
public sealed class OpenIdTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_reviewer_of_the_provider_signs_in_by_code_and_pkce_with_the_highest_of_the_roles()
    {
        using var provider = await OpenIdProvider.StartAsync("http://localhost/signin/openid/back");
        await using var app = await StartAsync(provider);
        using var browser = app.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });

        (await browser.GetStringAsync("/signin", Cancel)).ShouldContain("/signin/openid");
        var asked = (await browser.GetAsync("/signin/openid", Cancel)).Headers.Location.ShouldNotBeNull();
        var query = HttpUtility.ParseQueryString(asked.Query);
        // The request itself was pushed to the provider, which takes none without a challenge.
        (query["client_id"], query["request_uri"] is not null).ShouldBe(("news-educator", true));

        var back = await provider.SignInAsync(asked, "lin");
        var done = await browser.GetAsync(back.PathAndQuery, Cancel);

        done.Headers.Location.ShouldNotBeNull().OriginalString.ShouldBe("/signin/done");
        done.Headers.GetValues("Set-Cookie")
            .ShouldContain(cookie =>
                cookie.StartsWith("news-educator-review=", StringComparison.Ordinal)
                && cookie.Contains("httponly")
                && cookie.Contains("samesite=strict")
            );
        var home = WebUtility.HtmlDecode(await browser.GetStringAsync("/", Cancel));
        home.ShouldContain("lin of the newsroom");
        home.ShouldContain("/packs/cut", Case.Sensitive, "an editor may cut");
        (await browser.GetAsync("/api/packs", Cancel)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized, "no cookie opens the API");
    }

    [Fact]
    public async Task Who_has_no_role_of_ours_is_told_so_and_stays_outside()
    {
        using var provider = await OpenIdProvider.StartAsync("http://localhost/signin/openid/back");
        await using var app = await StartAsync(provider);
        using var browser = app.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });

        var asked = (await browser.GetAsync("/signin/openid", Cancel)).Headers.Location.ShouldNotBeNull();
        var back = await provider.SignInAsync(asked, "somebody");
        var turned = (await browser.GetAsync(back.PathAndQuery, Cancel)).Headers.Location.ShouldNotBeNull().OriginalString;

        WebUtility.HtmlDecode(await browser.GetStringAsync(turned, Cancel)).ShouldContain("你的账号没有审核角色");
        (await browser.GetAsync("/", Cancel)).Headers.Location.ShouldNotBeNull().AbsolutePath.ShouldBe("/signin");
    }

    [Fact]
    public async Task A_way_back_that_nobody_asked_for_signs_nobody_in()
    {
        using var provider = await OpenIdProvider.StartAsync("http://localhost/signin/openid/back");
        await using var app = await StartAsync(provider);
        using var browser = app.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });

        var answer = await browser.GetAsync("/signin/openid/back?code=stolen&state=forged", Cancel);

        answer.Headers.Location.ShouldNotBeNull().OriginalString.ShouldBe("/signin?reason=page.openid-failed");
    }

    private static Task<ReviewApp> StartAsync(OpenIdProvider provider) =>
        ReviewApp.StartAsync(
            ("Auth:OpenId:Authority", provider.Issuer.ToString()),
            ("Auth:OpenId:ClientSecret", "for-tests-only"),
            ("Auth:OpenId:Scopes", "roles"),
            ("Auth:OpenId:RequireHttps", "false")
        );
}
