using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NewsEducator.Contracts;
using NewsEducator.Testing;

namespace NewsEducator.Review.Tests.Slices.Operations;

/// <summary>Settings: where they come from, and those that operators change while the service runs.</summary>
public sealed class SettingsTests : IAsyncLifetime
{
    private const string PackSize = "Review__PackSize";
    private ReviewApp _app = null!;

    public async ValueTask InitializeAsync() => _app = await ReviewApp.StartAsync(("Review:PackSize", "3"));

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task Each_setting_says_where_it_comes_from()
    {
        var settings = (await ReadAsync()).Settings.ToDictionary(setting => setting.Name);

        (settings[PackSize].Value, settings[PackSize].Source, settings[PackSize].IsChangeable).ShouldBe(
            ("3", SettingSource.CommandLine, true)
        );
        (settings["Review__TimeZone"].Source, settings["Review__TimeZone"].IsChangeable).ShouldBe((SettingSource.Default, false));
        settings.ShouldContainKey("Notes__Folder");
    }

    [Fact]
    public async Task A_change_is_in_force_without_a_restart_in_every_replica_and_is_still_after_one()
    {
        await using var replica = _app.StartReplica();

        var changed = await ChangeAsync(PackSize, "1");

        (changed.Value, changed.Source, changed.ChangedBy).ShouldBe(("1", SettingSource.Changed, "the operator"));
        SizeIn(_app.Services).ShouldBe(1);
        await Eventually.GetAsync(() => Task.FromResult(SizeIn(replica.Services)), size => size == 1);
        await using var later = _app.StartReplica();
        SizeIn(later.Services).ShouldBe(1);
        await _app.ArriveAsync(new Arrivals.Item("one", 2), new Arrivals.Item("two", 2, "pool"));
        var desk = new Desk(_app);
        await desk.CutAsync();
        (await desk.ReadAsync()).Candidates.Count.ShouldBe(1);
        var change = (await ReadAsync()).Changes.ShouldHaveSingleItem();
        (change.Name, change.Value, change.By).ShouldBe((PackSize, "1", "the operator"));
    }

    [Fact]
    public async Task What_was_changed_can_go_back_to_what_is_configured()
    {
        await ChangeAsync("Review__CutAt", "");
        (await ReadAsync()).Settings.Single(setting => setting.Name == "Review__CutAt").Value.ShouldBe("");

        var reset = await _app.ClientOf("operator").SendAsync("DELETE", "/api/settings/Review__CutAt").ReadAsync<SettingView>();

        (reset.Value, reset.Source, reset.ChangedBy).ShouldBe(("08:00", SettingSource.Default, null));
        (await ReadAsync()).Changes.Select(change => change.Value).ShouldBe([null, ""]);
    }

    [Theory]
    [InlineData(PackSize, "0")]
    [InlineData(PackSize, "many")]
    [InlineData(PackSize, "")]
    [InlineData("Review__CutAt", "25:00")]
    [InlineData("Review__ReleaseHold", "-00:00:01")]
    [InlineData("Review__ReleaseHold", "30")]
    [InlineData("Review__RemindAfter", "31.00:00:00")]
    public async Task What_the_start_would_refuse_is_refused_and_nothing_changes(string name, string value)
    {
        using var refused = await SendAsync(name, value);

        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await refused.CodeAsync()).ShouldBe("setting.invalid");
        (await ReadAsync()).Changes.ShouldBeEmpty();
    }

    [Fact]
    public async Task Only_operators_change_and_only_what_is_safe()
    {
        using var editor = await _app.ClientOf("editor").SendAsync("PUT", $"/api/settings/{PackSize}", new SettingRequest("5"));
        using var zone = await SendAsync("Review__TimeZone", "UTC");
        using var unknown = await SendAsync("Auth__LocalToken", "x");

        editor.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (zone.StatusCode, await zone.CodeAsync()).ShouldBe((HttpStatusCode.Conflict, "setting.fixed"));
        unknown.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_page_shows_them_and_changes_them_for_operators()
    {
        using var viewer = await PageSession.SignInAsync(_app, "viewer");
        var shown = await ShownAsync(await viewer.GetAsync("/settings"));
        shown.ShouldContain("还没有人在这里改过设置");
        shown.ShouldNotContain("action=\"/settings/change\"");
        (await viewer.PostAsync("/settings/change", ("name", PackSize), ("value", "5")))
            .Headers.Location!.ToString()
            .ShouldContain("/signin");
        using var page = await PageSession.SignInAsync(_app, "operator");

        var refused = await page.PostAsync("/settings/change", ("name", PackSize), ("value", "<i>"), ("act", "change"));
        var changed = await page.PostAsync("/settings/change", ("name", PackSize), ("value", "5"), ("act", "change"));

        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await ShownAsync(refused)).ShouldContain("写 1 到 500 的整数");
        changed.Headers.Location!.ToString().ShouldBe("/settings?said=changed");
        var row = (await ShownAsync(await page.GetAsync("/settings"))).Split($"id=\"{PackSize}\"")[1].Split("</tr>")[0];
        row.ShouldContain("the operator 在这里改于");
        row.ShouldContain("恢复配置的值");
        await page.PostAsync("/settings/change", ("name", PackSize), ("act", "reset"));
        (await ReadAsync()).Settings.Single(setting => setting.Name == PackSize).Value.ShouldBe("3");
    }

    [Fact]
    public async Task Operators_see_the_settings_of_every_service_and_no_secret()
    {
        const string OwnCard = "id=\"review\"";
        using var editor = await PageSession.SignInAsync(_app, "editor");
        (await ShownAsync(await editor.GetAsync("/settings"))).ShouldNotContain(OwnCard);
        using var refused = await _app.ClientOf("editor").SendAsync("GET", "/api/configuration");
        refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        using var page = await PageSession.SignInAsync(_app, "operator");

        var shown = await ShownAsync(await page.GetAsync("/settings"));

        var own = shown.Split(OwnCard)[1].Split("</section>")[0];
        var row = own.Split("<code>Signing__PrivateKey</code>")[1].Split("</tr>")[0];
        row.ShouldContain("已设置，不显示");
        own.ShouldContain("<code>Retention__Audit</code>");
        own.ShouldNotContain(PackSize);
        foreach (var neighbour in new[] { "collector", "summarizer", "compliance", "publisher" })
        {
            // Nobody stands for it in this test.
            shown.Split($"id=\"{neighbour}\"")[1].Split("</section>")[0].ShouldContain("这个服务没有回答");
        }
    }

    private Task<SettingsView> ReadAsync() => _app.ClientOf("viewer").GetAsync<SettingsView>("/api/settings");

    private Task<SettingView> ChangeAsync(string name, string value) => SendAsync(name, value).ReadAsync<SettingView>();

    private Task<HttpResponseMessage> SendAsync(string name, string value) =>
        _app.ClientOf("operator").SendAsync("PUT", $"/api/settings/{name}", new SettingRequest(value));

    private static int SizeIn(IServiceProvider services) => services.GetRequiredService<IOptions<ReviewOptions>>().Value.PackSize;

    private static async Task<string> ShownAsync(HttpResponseMessage answer) =>
        WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
}
