using System.Net;
using System.Text.Json.Nodes;
using NewsEducator.Contracts;
using NewsEducator.Testing;

namespace NewsEducator.Compliance.Tests.Slices;

public sealed class PreviewTests(ComplianceFixture fixture) : IClassFixture<ComplianceFixture>
{
    private readonly ComplianceApp _app = fixture.App;
    private readonly ComplianceDriver _compliance = new(fixture.App);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_item_that_flips_is_listed_the_published_ones_too_and_nothing_is_stored_or_sent()
    {
        var open = await _compliance.ScreenAsync(ComplianceDriver.False);
        var honest = await _compliance.ScreenAsync(ComplianceDriver.Honest);
        var published = await _compliance.ScreenAsync(ComplianceDriver.False);
        await _compliance.PublishAsync(published);
        var (yaml, tag) = await _compliance.PolicyAsync();

        var lines = await Eventually.GetAsync(
            () => _compliance.PreviewAsync(ComplianceDriver.With(yaml, "grounding.number", "block")),
            found => (int)found[^1].Line["publishedFlips"]! > 0,
            "the publication to be known"
        );

        var flips = lines.Where(line => line.Event == "flip").Select(line => line.Line["flip"]!).ToList();
        var flip = FlipOf(flips, open);
        ((string)flip["from"]!, (string)flip["to"]!, (string?)flip["standing"]).ShouldBe(("NeedsVerify", "Blocked", null));
        (
            (string)flip["appeared"]!.AsArray().ShouldHaveSingleItem()!["rule"]!,
            (string)flip["gone"]!.AsArray().ShouldHaveSingleItem()!["severity"]!
        ).ShouldBe(("grounding.number", "Verify"));
        ((string)FlipOf(flips, published)["standing"]!).ShouldBe("Published");
        flips.ShouldNotContain(each => (Guid)each["candidateId"]! == honest.CandidateId);
        lines[^1].Event.ShouldBe("done");
        ((int)lines[^1].Line["flips"]!, (int)lines[^1].Line["publishedFlips"]!).ShouldBe((flips.Count, 1));
        ((int)lines[^1].Line["done"]!).ShouldBe((int)lines[^1].Line["total"]!);

        (await _compliance.PolicyAsync()).Tag.ShouldBe(tag);
        (await _compliance.GetAsync($"/api/screenings/{open.CandidateId}")).AsArray().ShouldHaveSingleItem()!["verdict"]!
            .GetValue<string>()
            .ShouldBe("NeedsVerify");
        (await _app.ScreenedAsync(open.CandidateId, 1)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_policy_of_the_same_meaning_flips_nothing()
    {
        await _compliance.ScreenAsync(ComplianceDriver.False);

        var lines = await _compliance.PreviewAsync((await _compliance.PolicyAsync()).Yaml + "# a word\n");

        lines.ShouldHaveSingleItem().Event.ShouldBe("done");
    }

    [Fact]
    public async Task A_snapshot_that_cannot_be_had_is_counted_and_no_more_than_asked_for_are_replayed()
    {
        var screened = await _compliance.ScreenAsync(ComplianceDriver.False);
        _app.Neighbours.Forget(screened.Source.SnapshotId);
        var yaml = ComplianceDriver.With((await _compliance.PolicyAsync()).Yaml, "grounding.number", "block");

        var last = (await _compliance.PreviewAsync(yaml, $"?most=1&since={Uri.EscapeDataString(screened.ScreenedAt.ToString("O"))}"))[
            ^1
        ].Line;

        ((int)last["total"]!, (int)last["done"]!, (int)last["unread"]!, (int)last["flips"]!).ShouldBe((1, 1, 1, 0));
        await _compliance.ScreenAsync(ComplianceDriver.False);
        var capped = (await _compliance.PreviewAsync(yaml, "?most=1"))[^1].Line;
        ((bool)capped["isCapped"]!, (int)capped["done"]!).ShouldBe((true, 1));
    }

    [Fact]
    public async Task What_takes_long_says_how_far_it_is()
    {
        await _compliance.ScreenAsync(ComplianceDriver.Honest);
        await _compliance.ScreenAsync(ComplianceDriver.Honest);
        var (yaml, _) = await _compliance.PolicyAsync();

        _app.Neighbours.AnswerAfter(TimeSpan.FromSeconds(3));
        var lines = await _compliance.PreviewAsync(yaml + "# slow\n", "?most=2");
        _app.Neighbours.AnswerAfter(TimeSpan.Zero);

        lines[0].Event.ShouldBe("progress");
        ((int)lines[0].Line["done"]!, (int)lines[0].Line["total"]!).ShouldBe((1, 2));
    }

    [Theory]
    [InlineData("operator", "rules: []", HttpStatusCode.UnprocessableEntity)]
    [InlineData("viewer", "whitelist: [{ host: github.com }]", HttpStatusCode.Forbidden)]
    public async Task Only_an_editor_previews_and_only_a_policy(string token, string yaml, HttpStatusCode status)
    {
        using var answer = await _app.ClientOf(token)
            .PostAsync(new Uri("/api/policy/preview", UriKind.Relative), ComplianceDriver.Yaml(yaml), Cancel);

        answer.StatusCode.ShouldBe(status);
    }

    private static JsonNode FlipOf(List<JsonNode> flips, ItemScreened item) =>
        flips.Single(flip => (Guid)flip["candidateId"]! == item.CandidateId);
}
