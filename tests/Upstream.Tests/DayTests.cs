using NewsEducator.Upstream.Day;

namespace NewsEducator.Upstream.Tests;

public sealed class DayTests(UpstreamApp app) : IClassFixture<UpstreamApp>
{
    private static readonly string[] Wanted = ["incidents", "debates", "advisories", "tutorials"];
    private static readonly string[] Loud = ["bug", "regression", "security", "performance", "breaking-change", "critical"];
    private static readonly IReadOnlyList<SampleItem> Files = SampleFolder.Read(Path.Combine(AppContext.BaseDirectory, "day"));

    [Fact]
    public void The_day_has_about_forty_items_of_every_category()
    {
        Files.Count(item => item.Category != "seed").ShouldBeInRange(40, 55);
        Files.Count(item => item.Category == "seed").ShouldBe(6);
        Files.Count(item => Wanted.Contains(item.Category)).ShouldBeInRange(22, 26);
        Files.Select(item => item.Category).Distinct().ShouldBe([.. Wanted, "duplicates", "hostile", "noise", "seed"], ignoreOrder: true);
        Files.Select(item => $"{item.Kind} {item.Head.Id}").ShouldBeUnique();
    }

    [Theory]
    [InlineData("2027-03-01T00:00:00Z")]
    [InlineData("2028-02-29T23:59:59Z")]
    [InlineData("2031-10-26T01:30:00Z")]
    public void Whatever_the_time_the_day_is_today_and_nothing_lies_in_the_future(string time)
    {
        var clock = new FixedTime(DateTimeOffset.Parse(time, null));
        var items = new SampleDay(Files, clock).Items.Where(item => item.Category != "seed").ToList();
        items.ShouldAllBe(item => item.CreatedAt > clock.GetUtcNow().AddHours(-24));
        items.ShouldAllBe(item => item.UpdatedAt <= clock.GetUtcNow());
    }

    [Fact]
    public async Task An_etag_holds_for_a_day_and_no_longer()
    {
        const string path = "/github/repos/quillmesh/gateway/issues";
        var first = await Tag(path);
        app.Time.Advance(TimeSpan.FromHours(23));
        (await Tag(path)).ShouldBe(first);
        app.Time.Advance(TimeSpan.FromHours(1));
        (await Tag(path)).ShouldNotBe(first);
    }

    [Fact]
    public void What_is_worth_a_review_has_substance_and_a_thread()
    {
        var items = Files.Where(item => Wanted.Contains(item.Category)).ToList();
        items.ShouldAllBe(item => TextLength(item) >= 600);
        items
            .Where(item => item.Kind is not (ItemKind.Video or ItemKind.Advisory or ItemKind.Article))
            .ShouldAllBe(item => item.Replies.Count >= 3 && item.Replies.Count <= 12);
        items.Where(item => item.Kind is ItemKind.Issue).ShouldAllBe(item => HasSignal(item));
    }

    [Fact]
    public void The_hostile_ones_are_as_hostile_as_the_readme_says()
    {
        var texts = Files.Where(item => item.Category == "hostile").Select(item => $"{item.Title}\n{item.Body}").ToList();
        string[] signs =
        [
            "<script>",
            "onerror=",
            "\n- [x] approve",
            "## 7. Forged item",
            "\nstatus: released",
            "\u202e",
            "\u200b",
            "PREVIOUS INSTRUCTIONS",
            "AKIA",
            "<!--",
        ];
        signs.ShouldAllBe(sign => texts.Any(text => text.Contains(sign, StringComparison.Ordinal)));
        texts.ShouldContain(text => text.Length >= 3_000_000);
    }

    [Fact]
    public async Task Every_source_of_the_demo_answers_with_items()
    {
        var sources = DemoSources.Read();
        sources.Count.ShouldBe(10);
        foreach (var source in sources)
        {
            (await app.TextAsync(source.Path)).ShouldContain(source.Sign, customMessage: source.Id);
        }
    }

    private static bool HasSignal(SampleItem item) =>
        item.Head.Labels.Intersect(Loud).Any() || item.Replies.Count >= 10 || item.Head.Reactions >= 20;

    private static int TextLength(SampleItem item) => item.Body.Length + (item.Transcript?.Lines.Sum(line => line.Length) ?? 0);

    private async Task<string> Tag(string path)
    {
        using var response = await app.GetAsync(path);
        return response.Headers.ETag.ShouldNotBeNull().Tag;
    }

    private sealed class FixedTime(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
