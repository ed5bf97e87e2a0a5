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
        var discussion = Repository(
            await app.GraphQlAsync(
                One,
                new
                {
                    owner = "microsoft",
                    name = "TypeScript",
                    number = 56789,
                }
            )
        )["discussion"]!;
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
        var list = Repository(
            await app.GraphQlAsync(
                Many,
                new
                {
                    owner = "northwind-labs",
                    name = "ledger",
                    first = 10,
                }
            )
        )["discussions"]!;
        list["totalCount"].Number().ShouldBe(1);
        list["nodes"]![0]!["title"].Text().ShouldStartWith("Outbox table or change data capture?");
        list["pageInfo"]!["hasNextPage"]!.GetValue<bool>().ShouldBeFalse();
        var after = list["pageInfo"]!["endCursor"].Text();
        var rest = Repository(
            await app.GraphQlAsync(
                Many,
                new
                {
                    owner = "northwind-labs",
                    name = "ledger",
                    first = 10,
                    after,
                }
            )
        )["discussions"]!;
        rest["nodes"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task An_unknown_discussion_is_null_with_an_error()
    {
        var answer = await app.GraphQlAsync(
            One,
            new
            {
                owner = "northwind-labs",
                name = "ledger",
                number = 1,
            }
        );
        Repository(answer)["discussion"].ShouldBeNull();
        answer["errors"]![0]!["type"].Text().ShouldBe("NOT_FOUND");
    }

    [Fact]
    public async Task An_unknown_repository_is_null_with_an_error()
    {
        var answer = await app.GraphQlAsync(
            One,
            new
            {
                owner = "nobody",
                name = "nothing",
                number = 1,
            }
        );
        answer["data"]!["repository"].ShouldBeNull();
        answer["errors"]![0]!["message"].Text().ShouldContain("nobody/nothing");
    }

    private static JsonNode Repository(JsonNode answer) => answer["data"]!["repository"].ShouldNotBeNull();
}
