using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsEducator.Review.Data;

namespace NewsEducator.Review.Tests.Slices.Access;

[Collection(SliceCollection.Name)]
public sealed partial class SessionTests(ReviewFixture fixture)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_operator_ends_a_session_and_its_cookie_is_worth_nothing()
    {
        using var reviewer = await PageSession.SignInAsync(fixture.App, "reviewer");
        using var boss = await PageSession.SignInAsync(fixture.App, "operator");
        var id = await LatestSessionAsync("the reviewer");

        await boss.PostAsync($"/access/sessions/{id}/end");

        (await reviewer.GetAsync("/")).Headers.Location!.AbsolutePath.ShouldBe("/signin");
        (await boss.GetAsync("/")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData(7, "/signin")]
    [InlineData(6, null)]
    public async Task A_session_that_is_used_all_the_time_ends_after_a_week(int days, string? asksAt)
    {
        using var reviewer = await PageSession.SignInAsync(fixture.App, "reviewer");
        var id = await LatestSessionAsync("the reviewer");
        await fixture.App.WithDbAsync(db =>
            db.Sessions.Where(session => session.Id == id)
                .ExecuteUpdateAsync(
                    set => set.SetProperty(session => session.SignedInAt, session => session.SignedInAt.AddDays(-days)),
                    Cancel
                )
        );

        ((await reviewer.GetAsync("/")).Headers.Location?.AbsolutePath).ShouldBe(asksAt);
    }

    [Fact]
    public async Task A_person_ends_ones_own_sessions_only_and_sees_no_others()
    {
        using var viewer = await PageSession.SignInAsync(fixture.App, "viewer");
        using var editor = await PageSession.SignInAsync(fixture.App, "editor");
        var id = await LatestSessionAsync("the editor");

        await viewer.PostAsync($"/access/sessions/{id}/end");

        (await editor.GetAsync("/")).StatusCode.ShouldBe(HttpStatusCode.OK);
        var page = await (await viewer.GetAsync("/access")).Content.ReadAsStringAsync(Cancel);
        page.ShouldNotContain("the editor");
        page.ShouldNotContain("/access/keys");
    }

    [Fact]
    public async Task A_key_is_shown_once_opens_the_api_with_its_role_and_can_be_revoked()
    {
        using var boss = await PageSession.SignInAsync(fixture.App, "operator");

        var key = KeyPattern()
            .Match(
                await (await boss.PostAsync("/access/keys", ("person", "批处理"), ("role", "reviewer"))).Content.ReadAsStringAsync(Cancel)
            )
            .Value;

        (await StatusAsync(HttpMethod.Get, key)).ShouldBe(HttpStatusCode.OK);
        (await StatusAsync(HttpMethod.Post, key)).ShouldBe(HttpStatusCode.Forbidden, "a reviewer cuts no packs");
        (await StatusAsync(HttpMethod.Get, key[..^1])).ShouldBe(HttpStatusCode.Unauthorized);
        var again = await (await boss.GetAsync("/access")).Content.ReadAsStringAsync(Cancel);
        again.ShouldContain(key[..11]);
        again.ShouldNotContain(key);
        var secret = key[11..];
        (await StoredAsync()).ShouldNotContain(stored => stored.Contains(secret, StringComparison.Ordinal));

        await boss.PostAsync(RevokePattern().Match(again[again.IndexOf(key[..11], StringComparison.Ordinal)..]).Value);
        (await StatusAsync(HttpMethod.Get, key)).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Revoking_a_key_ends_the_sessions_that_it_opened()
    {
        using var boss = await PageSession.SignInAsync(fixture.App, "operator");
        var made = await (await boss.PostAsync("/access/keys", ("person", "night shift"), ("role", "reviewer"))).Content.ReadAsStringAsync(
            Cancel
        );
        var key = KeyPattern().Match(made).Value;
        using var shift = await PageSession.SignInAsync(fixture.App, key);
        (await shift.GetAsync("/")).StatusCode.ShouldBe(HttpStatusCode.OK);
        var list = await (await boss.GetAsync("/access")).Content.ReadAsStringAsync(Cancel);

        await boss.PostAsync(RevokePattern().Match(list[list.IndexOf(key[..11], StringComparison.Ordinal)..]).Value);

        (await shift.GetAsync("/")).Headers.Location.ShouldNotBeNull().AbsolutePath.ShouldBe("/signin");
    }

    [Theory]
    [InlineData("the editor")]
    [InlineData("The Editor")]
    [InlineData("local")]
    [InlineData("notes")]
    public async Task A_key_takes_nobody_elses_name(string name)
    {
        using var boss = await PageSession.SignInAsync(fixture.App, "operator");

        var refused = await boss.PostAsync("/access/keys", ("person", name), ("role", "reviewer"));

        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        KeyPattern().IsMatch(await refused.Content.ReadAsStringAsync(Cancel)).ShouldBeFalse();
    }

    [Fact]
    public async Task Only_an_operator_makes_keys()
    {
        using var editor = await PageSession.SignInAsync(fixture.App, "editor");

        (await editor.PostAsync("/access/keys", ("person", "x"), ("role", "operator"))).Headers.Location!.AbsolutePath.ShouldBe("/signin");
    }

    private async Task<HttpStatusCode> StatusAsync(HttpMethod method, string key)
    {
        using var client = fixture.App.CreateClient();
        using var request = new HttpRequestMessage(method, "/api/packs")
        {
            Headers = { Authorization = new AuthenticationHeaderValue("Bearer", key) },
        };
        request.Content = method == HttpMethod.Post ? new StringContent("{}", null, "application/json") : null;
        return (await client.SendAsync(request, Cancel)).StatusCode;
    }

    private async Task<Guid> LatestSessionAsync(string person)
    {
        await using var scope = fixture.App.Services.CreateAsyncScope();
        return await scope
            .ServiceProvider.GetRequiredService<ReviewDb>()
            .Sessions.Where(session => session.Person == person)
            .OrderByDescending(session => session.SignedInAt)
            .Select(session => session.Id)
            .FirstAsync(Cancel);
    }

    private async Task<List<string>> StoredAsync()
    {
        await using var scope = fixture.App.Services.CreateAsyncScope();
        return await scope
            .ServiceProvider.GetRequiredService<ReviewDb>()
            .Database.SqlQuery<string>($"SELECT to_jsonb(k)::text AS \"Value\" FROM api_keys k")
            .ToListAsync(Cancel);
    }

    [GeneratedRegex("ne_[A-Za-z0-9]{48}")]
    private static partial Regex KeyPattern();

    [GeneratedRegex("/access/keys/[0-9a-f-]+/revoke")]
    private static partial Regex RevokePattern();
}
