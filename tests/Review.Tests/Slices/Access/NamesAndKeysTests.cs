using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using NewsEducator.Review.Access;
using NewsEducator.ServiceDefaults.Security;

namespace NewsEducator.Review.Tests.Slices.Access;

/// <summary>Who somebody is, on the pages and for the other services.</summary>
public sealed partial class NamesAndKeysTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_providers_name_is_shown_and_is_nobody_elses()
    {
        await using var app = await ReviewApp.StartAsync();

        (await NameOfAsync(app, "one", "Li Wei")).ShouldBe("Li Wei");
        (await NameOfAsync(app, "two", "li wei")).ShouldBe("li wei (2)");
        (await NameOfAsync(app, "one", "somebody else by now")).ShouldBe("Li Wei", "issuer and subject are the identity");
        (await NameOfAsync(app, "three", "the editor")).ShouldBe("the editor (2)");
        (await NameOfAsync(app, "four", "ｌｏｃａｌ")).ShouldBe("ｌｏｃａｌ (2)");
    }

    [Fact]
    public async Task A_service_learns_whose_key_it_is_and_nobody_else_may_ask()
    {
        await using var app = await ReviewApp.StartAsync(("Auth:ServiceToken", "the services' own"));
        using var boss = await PageSession.SignInAsync(app, "operator");
        var key = Key()
            .Match(
                await (await boss.PostAsync("/access/keys", ("person", "nightly"), ("role", "editor"))).Content.ReadAsStringAsync(Cancel)
            )
            .Value;
        using var service = app.ClientOf("the services' own");

        var known = await service.PostAsJsonAsync(LookUpKey.Address, new { hash = TokenDigest.Of(key).Hash }, Cancel);

        (await known.Content.ReadFromJsonAsync<LookUpKey.Holder>(Cancel)).ShouldBe(new LookUpKey.Holder("nightly", "editor"));
        (await service.PostAsJsonAsync(LookUpKey.Address, new { hash = TokenDigest.Of("ne_x").Hash }, Cancel)).StatusCode.ShouldBe(
            HttpStatusCode.NotFound
        );
        (
            await app.ClientOf("operator").PostAsJsonAsync(LookUpKey.Address, new { hash = TokenDigest.Of(key).Hash }, Cancel)
        ).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    private static async Task<string> NameOfAsync(ReviewApp app, string subject, string wanted)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await scope
            .ServiceProvider.GetRequiredService<PersonNames>()
            .OfOpenIdAsync("https://issuer.example", subject, wanted, Cancel);
    }

    [GeneratedRegex("ne_[A-Za-z0-9]{48}")]
    private static partial Regex Key();
}
