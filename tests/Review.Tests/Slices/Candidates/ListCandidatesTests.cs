using System.Net;
using NewsEducator.Contracts;
using NewsEducator.Review.Tests.Candidates;
using NewsEducator.Testing;

namespace NewsEducator.Review.Tests.Slices.Candidates;

/// <summary>Lists everything there is, so it has a service of its own.</summary>
public sealed class ListCandidatesTests
{
    [Fact]
    public async Task Pages_follow_each_other_without_gap_or_repeat_and_filters_narrow()
    {
        await using var app = await ReviewApp.StartAsync();
        var desk = new Desk(app);
        foreach (var number in Enumerable.Range(1, 9))
        {
            await app.SendAsync(Message(number));
        }

        await Eventually.GetAsync(() => desk.Editor.GetAsync<CandidatePage>("/api/candidates"), page => page.Items.Count == 9);
        await desk.PackOfAsync(Verdict.Pass, Verdict.Pass);
        await desk.Reviewer.SendAsync("PUT", $"/api/candidates/{desk.IdOf(2)}/assignment", new AssignmentRequest("the reviewer"));

        var pages = await PagesAsync(desk, "limit=4");
        pages.Select(page => page.Items.Count).ShouldBe([4, 4, 3]);
        pages.SelectMany(page => page.Items).Select(candidate => candidate.Id).Distinct().Count().ShouldBe(11);

        (await CountAsync("state=Waiting")).ShouldBe(9 - 3);
        (await CountAsync("state=Blocked")).ShouldBe(3);
        (await CountAsync("verdict=Blocked")).ShouldBe(3);
        (await CountAsync("concept=cache")).ShouldBe(4);
        (await CountAsync($"type={Uri.EscapeDataString(ItemTypes.Incident)}")).ShouldBe(11);
        (await CountAsync("kind=YouTubeVideo")).ShouldBe(2);
        (await CountAsync($"packDate={desk.Date:yyyy-MM-dd}")).ShouldBe(2);
        (await CountAsync("assignedTo=the%20reviewer")).ShouldBe(1);
        (await CountAsync("text=NUMBER%208")).ShouldBe(1);
        (await CountAsync("text=" + Uri.EscapeDataString("100%_"))).ShouldBe(1);
        (await CountAsync("text=" + Uri.EscapeDataString("缓存"))).ShouldBe(4);
        (await CountAsync("concept=cache&verdict=Pass&limit=1")).ShouldBe(3);

        (await desk.Editor.SendAsync("GET", "/api/candidates?limit=0")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await (await desk.Editor.SendAsync("GET", "/api/candidates?cursor=AAAA")).CodeAsync()).ShouldBe("list.cursor");
        (await desk.Editor.SendAsync("GET", "/api/candidates?state=Nowhere")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);

        async Task<int> CountAsync(string query) => (await PagesAsync(desk, query)).Sum(page => page.Items.Count);
    }

    private static async Task<List<CandidatePage>> PagesAsync(Desk desk, string query)
    {
        var pages = new List<CandidatePage> { await desk.Editor.GetAsync<CandidatePage>($"/api/candidates?{query}") };
        while (pages[^1].Next is { } next)
        {
            pages.Add(await desk.Editor.GetAsync<CandidatePage>($"/api/candidates?{query}&cursor={next}"));
        }

        return pages;
    }

    private static ItemScreened Message(int number)
    {
        var message = SomeCandidate.Message(
            number % 3 == 0 ? Verdict.Blocked : Verdict.Pass,
            text: $"It is number {number}. {(number % 2 == 0 ? "缓存失效。" : "")}{(number == 7 ? "100%_" : "")}"
        );
        return message with
        {
            Source = message.Source with { Kind = number is 1 or 2 ? SourceKind.YouTubeVideo : SourceKind.GitHubIssue },
            Summary = message.Summary with
            {
                Concept = new Concept { Key = number % 2 == 0 ? "cache" : "pool", Name = "x" },
            },
        };
    }
}
