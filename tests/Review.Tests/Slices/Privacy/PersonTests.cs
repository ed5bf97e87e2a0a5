using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsEducator.Contracts;
using NewsEducator.Review.Access;

namespace NewsEducator.Review.Tests.Slices.Privacy;

/// <summary>The export of a person's data, and what remains after the person was deleted.</summary>
public sealed class PersonTests : IAsyncLifetime
{
    private const string Issuer = "https://id.example";
    private ReviewApp _app = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _app = await ReviewApp.StartAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task All_that_is_kept_under_a_name_is_given_without_secrets_and_services_that_are_away_are_named()
    {
        var key = await MakeKeyAsync("dora");
        var desk = await WorkAsync(key);
        using var client = _app.ClientOf("operator");

        var data = (await client.GetFromJsonAsync<JsonNode>("/api/people/dora/data", Cancel))!;

        var own = data["services"]![0]!["data"]!.AsObject();
        own["history"]!.AsArray().ShouldHaveSingleItem()!["by"]!.GetValue<string>().ShouldBe("dora");
        own["comments"]![0]!["text"]!.GetValue<string>().ShouldBe("seen before");
        own["api_keys"]![0]!["prefix"]!.GetValue<string>().ShouldBe(key[..11]);
        own["candidates"]![0]!["id"]!.GetValue<Guid>().ShouldBe(desk.IdOf(1));
        data.ToJsonString().ShouldNotContain(key[11..]);
        data["services"]!
            .AsArray()
            .Where(service => service!["data"] is null)
            .Select(service => service!["service"]!.GetValue<string>())
            .ShouldBe(["collector", "summarizer", "compliance", "publisher"]);
        using var editor = _app.ClientOf("editor");
        (await editor.GetAsync("/api/people/dora/data", Cancel)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await editor.DeleteAsync("/api/people/dora", Cancel)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Who_is_forgotten_cannot_sign_in_the_chain_still_proves_what_they_approved_and_nobody_gets_the_name()
    {
        var key = await MakeKeyAsync("dora");
        var desk = await WorkAsync(key);
        using var client = _app.ClientOf("operator");

        var forgotten = (await client.DeleteFromJsonAsync<ForgottenView>("/api/people/dora", HttpCalls.Json, Cancel))!;

        forgotten.Keys.ShouldBe(1);
        using var former = _app.ClientOf(key);
        (await former.GetAsync("/api/packs", Cancel)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        var audit = await client.GetAsync<AuditPage>("/api/audit?limit=1000");
        audit.Intact.ShouldBeTrue();
        (await desk.HistoryAsync(1))[0].By.ShouldBe("dora");
        (await desk.ReleaseAsync()).IsSuccessStatusCode.ShouldBeTrue();
        var released = await _app.Neighbours.Messages.ReceivedAsync<ItemApproved>(message => message.CandidateId == desk.IdOf(1));
        released.ApprovedBy.ShouldBe("dora");
        (await NamesAsync(names => names.IsFreeForKeyAsync("Dora", Cancel))).ShouldBeFalse();
        (await NamesAsync(names => names.OfOpenIdAsync(Issuer, "another", "dora", Cancel))).ShouldBe("dora (2)");
    }

    [Fact]
    public async Task An_account_of_the_provider_is_forgotten_and_comes_back_as_somebody_else()
    {
        (await NamesAsync(names => names.OfOpenIdAsync(Issuer, "emil-17", "emil", Cancel))).ShouldBe("emil");
        using var client = _app.ClientOf("operator");

        (await client.DeleteFromJsonAsync<ForgottenView>("/api/people/emil", HttpCalls.Json, Cancel))!.Identities.ShouldBe(1);

        (await _app.WithDbAsync(db => db.People.AnyAsync(person => person.Subject == "emil-17", Cancel))).ShouldBeFalse();
        (await NamesAsync(names => names.OfOpenIdAsync(Issuer, "emil-17", "emil", Cancel))).ShouldBe("emil (2)");
        (await client.DeleteFromJsonAsync<ForgottenView>("/api/people/emil", HttpCalls.Json, Cancel))!.Identities.ShouldBe(0, "once");
    }

    [Fact]
    public async Task A_name_of_the_settings_is_taken_out_of_them_first()
    {
        using var client = _app.ClientOf("operator");

        var refused = await client.DeleteAsync("/api/people/the%20reviewer", Cancel);

        (await refused.CodeAsync()).ShouldBe("person.configured");
    }

    private async Task<string> MakeKeyAsync(string person)
    {
        var (kept, key) = ApiKey.Make(person, "reviewer", "olga", TimeProvider.System.GetUtcNow());
        await _app.WithDbAsync(db =>
        {
            db.ApiKeys.Add(kept);
            return db.SaveChangesAsync(Cancel);
        });
        return key;
    }

    /// <summary>Approves a candidate and says something of it.</summary>
    private async Task<Desk> WorkAsync(string key)
    {
        var desk = new Desk(_app);
        await desk.PackOfAsync(Verdict.Pass);
        using var person = _app.ClientOf(key);
        using var decide = new HttpRequestMessage(HttpMethod.Put, desk.Decision(1));
        decide.Content = JsonContent.Create(new { decision = Choice.Approve, reason = (string?)null }, options: HttpCalls.Json);
        decide.Headers.TryAddWithoutValidation("If-Match", await desk.TagOfAsync(1));
        (await person.SendAsync(decide, Cancel)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (
            await person.PostAsJsonAsync($"/api/candidates/{desk.IdOf(1)}/comments", new { text = "seen before" }, Cancel)
        ).EnsureSuccessStatusCode();
        return desk;
    }

    private async Task<T> NamesAsync<T>(Func<PersonNames, Task<T>> work)
    {
        await using var scope = _app.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<PersonNames>());
    }
}
