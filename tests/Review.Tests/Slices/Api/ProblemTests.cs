using System.Net;
using System.Text;
using NewsEducator.Contracts;

namespace NewsEducator.Review.Tests.Slices.Api;

public sealed class ProblemTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Development")]
    [InlineData("Production")]
    public async Task Whatever_cannot_be_read_is_a_problem_with_a_word_on_what_it_is(string environment)
    {
        await using var app = await ReviewApp.StartAsync(("environment", environment));
        var desk = new Desk(app);
        await desk.PackOfAsync(Verdict.Pass);

        foreach (
            var (body, word) in new[]
            {
                ("{\"decision\": ", "JSON"),
                ("{\"decision\": \"perhaps\"}", "decision"),
                ("[1]", "JSON"),
                ("", "body"),
                (new string('[', 5000), "JSON"),
            }
        )
        {
            using var content = new StringContent(body, Encoding.UTF8, "application/json");
            using var answer = await desk.Reviewer.PutAsync(desk.Decision(1), content, Cancel);
            answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest, body.Length > 50 ? "deep" : body);
            (await Desk.ProblemAsync(answer)).GetProperty("detail").GetString().ShouldNotBeNull().ShouldContain(word);
        }

        using var form = new StringContent("x=1", Encoding.UTF8, "application/x-www-form-urlencoded");
        using var wrong = await desk.Reviewer.PutAsync(desk.Decision(1), form, Cancel);
        (wrong.StatusCode, wrong.Content.Headers.ContentType?.MediaType).ShouldBe(
            (HttpStatusCode.UnsupportedMediaType, "application/problem+json")
        );
        foreach (
            var (address, status) in new[]
            {
                ("/api/nothing", HttpStatusCode.NotFound),
                ("/api/packs/tomorrow", HttpStatusCode.BadRequest),
                ($"/api/candidates/{Guid.NewGuid()}", HttpStatusCode.NotFound),
            }
        )
        {
            using var answer = await desk.Reviewer.GetAsync(address, Cancel);
            (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType).ShouldBe((status, "application/problem+json"), address);
        }
    }

    [Fact]
    public async Task Who_asks_too_much_waits_and_others_do_not()
    {
        await using var app = await ReviewApp.StartAsync(("RateLimit:Burst", "5"), ("RateLimit:PerSecond", "1"));
        using var reviewer = app.ClientOf("reviewer");
        using var editor = app.ClientOf("editor");

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => reviewer.GetAsync("/api/pipeline", Cancel)));

        var refused = answers.Where(answer => answer.StatusCode == HttpStatusCode.TooManyRequests).ToList();
        refused.Count.ShouldBeInRange(5, 15);
        refused.ShouldAllBe(answer => answer.Headers.RetryAfter!.Delta >= TimeSpan.FromSeconds(1));
        (await refused[0].CodeAsync()).ShouldBe("api.too-many");
        (await editor.GetAsync("/api/pipeline", Cancel)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }
}
