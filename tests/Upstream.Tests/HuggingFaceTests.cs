using System.Net;

namespace NewsEducator.Upstream.Tests;

public sealed class HuggingFaceTests(UpstreamApp app) : IClassFixture<UpstreamApp>
{
    [Fact]
    public async Task Daily_papers_are_listed_newest_first()
    {
        var papers = (await app.JsonAsync("/huggingface/api/daily_papers?limit=2")).AsArray();
        papers.Count.ShouldBe(2);
        papers.Select(paper => paper!["paper"]!["id"].Text()).ShouldBe(["2611.09830", "2611.04417"]);
        papers[1]
            .ShouldHaveMembers(
                "paper",
                "publishedAt",
                "title",
                "summary",
                "thumbnail",
                "numComments",
                "submittedBy",
                "isAuthorParticipating"
            );
        papers[1]!["paper"]!["upvotes"].Number().ShouldBe(96);
        papers[1]!["numComments"].Number().ShouldBe(8);
    }

    [Fact]
    public async Task Daily_papers_of_a_date_are_of_that_date()
    {
        var papers = (await app.JsonAsync("/huggingface/api/daily_papers?date=2026-01-28")).AsArray();
        papers.ShouldHaveSingleItem()!["paper"]!["id"].Text().ShouldBe("2401.04088");
    }

    [Fact]
    public async Task A_paper_has_its_comments_only_when_asked()
    {
        (await app.JsonAsync("/huggingface/api/papers/2611.04417"))["comments"].ShouldBeNull();
        var comments = (await app.JsonAsync("/huggingface/api/papers/2611.04417?field=comments"))["comments"]!.AsArray();
        comments.Count.ShouldBe(8);
        comments[0]!["author"]!["name"].Text().ShouldBe("sparse-sam");
        comments[0]!["data"]!["latest"]!["raw"].Text().ShouldStartWith("This matches production.");
    }

    [Fact]
    public async Task Discussions_of_a_model_are_listed_and_told_as_events()
    {
        var list = await app.JsonAsync("/huggingface/api/models/harborlight/heron-7b/discussions");
        list.ShouldHaveMembers("discussions", "count", "start", "numClosedDiscussions");
        list["discussions"]!.AsArray().Select(discussion => discussion!["num"].Number()).ShouldBe([36, 35, 34, 31]);
        var detail = await app.JsonAsync("/huggingface/api/models/harborlight/heron-7b/discussions/31");
        var events = detail["events"]!.AsArray();
        events.Count.ShouldBe(list["discussions"]![3]!["numComments"].Number());
        events.ShouldAllBe(item => item!["type"]!.GetValue<string>() == "comment");
        events[0]!["data"]!["latest"]!["raw"].Text().ShouldStartWith("The model card says MMLU 68.4.");
        events[0]!["data"]!["latest"]!["html"].Text().ShouldContain("<table>");
    }

    [Fact]
    public async Task A_dataset_is_not_a_model()
    {
        (await app.JsonAsync("/huggingface/api/datasets/moss-collective/docs-zh/discussions"))["count"].Number().ShouldBe(1);
        using var response = await app.GetAsync("/huggingface/api/models/moss-collective/docs-zh/discussions");
        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("/huggingface/api/papers/0000.00000")]
    [InlineData("/huggingface/api/models/nobody/nothing/discussions")]
    [InlineData("/huggingface/api/models/harborlight/heron-7b/discussions/999")]
    public async Task What_is_unknown_is_404(string path)
    {
        using var response = await app.GetAsync(path);
        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldStartWith("{\"error\":");
    }
}
