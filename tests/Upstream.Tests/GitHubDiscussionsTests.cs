using System.Text.Json.Nodes;

namespace NewsEducator.Upstream.Tests;

public sealed class GitHubDiscussionsTests(UpstreamApp app) : IClassFixture<UpstreamApp>
{
    private const string One =
        "query($owner:String!,$name:String!,$number:Int!){repository(owner:$owner,name:$name){discussion(number:$number){title}}}";
    private const string Many =
        "query($owner:String!,$name:String!,$first:Int){repository(owner:$owner,name:$name){discussions(first:$first){totalCount}}}";

    [Fact]
    public async Task A_discussion_comes_with_its_comments_and_its_answer()
    {
        var discussion = Repository(await OneAsync("microsoft", "TypeScript", 56789))["discussion"]!;
        discussion["number"].Number().ShouldBe(56789);
        discussion["url"].Text().ShouldBe("https://github.com/microsoft/TypeScript/discussions/56789");
        discussion["author"]!["login"].Text().ShouldNotBeEmpty();
        discussion["category"].ShouldHaveMembers("name", "slug", "isAnswerable");
        discussion["labels"]!["nodes"]!.AsArray().ShouldNotBeEmpty();
        discussion["upvoteCount"].Number().ShouldBe(64);
        discussion["closed"]!.GetValue<bool>().ShouldBeFalse();
        discussion["bodyText"].Text().ShouldNotContain("`");
        discussion["comments"]!["totalCount"].Number().ShouldBe(5);
        discussion["comments"]!["nodes"]!.AsArray().Count.ShouldBe(5);
        discussion["answer"]!["isAnswer"]!.GetValue<bool>().ShouldBeTrue();
        discussion["answer"]!["body"].Text().ShouldBe(discussion["comments"]!["nodes"]![4]!["body"].Text());
    }

    [Fact]
    public async Task Discussions_of_a_repository_are_listed()
    {
        var list = await FirstTenAsync("northwind-labs", "ledger", after: null);
        list["totalCount"].Number().ShouldBe(1);
        list["nodes"]![0]!["title"].Text().ShouldStartWith("Outbox table or change data capture?");
        list["pageInfo"]!["hasNextPage"]!.GetValue<bool>().ShouldBeFalse();
        var rest = await FirstTenAsync("northwind-labs", "ledger", list["pageInfo"]!["endCursor"].Text());
        rest["nodes"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task An_unknown_discussion_is_null_with_an_error()
    {
        var answer = await OneAsync("northwind-labs", "ledger", 1);
        Repository(answer)["discussion"].ShouldBeNull();
        answer["errors"]![0]!["type"].Text().ShouldBe("NOT_FOUND");
    }

    [Fact]
    public async Task An_unknown_repository_is_null_with_an_error()
    {
        var answer = await OneAsync("nobody", "nothing", 1);
        answer["data"]!["repository"].ShouldBeNull();
        answer["errors"]![0]!["message"].Text().ShouldContain("nobody/nothing");
    }

    private Task<JsonNode> OneAsync(string owner, string name, int number) =>
        app.GraphQlAsync(
            One,
            new
            {
                owner,
                name,
                number,
            }
        );

    private async Task<JsonNode> FirstTenAsync(string owner, string name, string? after) =>
        Repository(
            await app.GraphQlAsync(
                Many,
                new
                {
                    owner,
                    name,
                    first = 10,
                    after,
                }
            )
        )["discussions"]!;

    private static JsonNode Repository(JsonNode answer) => answer["data"]!["repository"].ShouldNotBeNull();
}
