using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.Testing;

namespace NewsEducator.Review.Tests.Slices.Access;

[Collection(SliceCollection.Name)]
public sealed partial class CookieTests(ReviewFixture fixture)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("https", true)]
    [InlineData("http", false)]
    public async Task Whoever_came_by_tls_sends_no_cookie_without_it(string scheme, bool isSecure)
    {
        using var browser = fixture.App.CreateClient(
            new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, BaseAddress = new Uri($"{scheme}://localhost") }
        );
        var form = await browser.GetAsync("/signin", Cancel);
        var token = FormToken().Match(await form.Content.ReadAsStringAsync(Cancel)).Groups["token"].Value;

        var signedIn = await PostAsync(browser, "/signin", ("token", "viewer"), ("__RequestVerificationToken", token));
        var home = await (await browser.GetAsync("/", Cancel)).Content.ReadAsStringAsync(Cancel);
        token = FormToken().Match(home).Groups["token"].Value;
        var themed = await PostAsync(browser, "/theme", ("to", "dark"), ("__RequestVerificationToken", token));
        var translated = await PostAsync(browser, "/language", ("to", "en"), ("__RequestVerificationToken", token));

        foreach (var answer in new[] { form, signedIn, themed, translated })
        {
            answer.Headers.GetValues("Set-Cookie").ShouldAllBe(cookie => cookie.Contains("; secure", StringComparison.Ordinal) == isSecure);
        }
    }

    private static async Task<HttpResponseMessage> PostAsync(
        HttpClient browser,
        string address,
        params (string Name, string Value)[] fields
    )
    {
        using var content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        var answer = await browser.PostAsync(address, content, Cancel);
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        return answer;
    }

    [GeneratedRegex("""__RequestVerificationToken" value="(?<token>[^"]+)""")]
    private static partial Regex FormToken();
}
