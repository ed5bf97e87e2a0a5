using System.Text.Json.Serialization;

namespace NewsEducator.Collector.Connectors.GitHub;

/// <summary>A GraphQL query with its variables.</summary>
internal sealed record DiscussionQuery(string Query, DiscussionVariables Variables)
{
    private const string Facts = """
        url number title closed isAnswered upvoteCount createdAt updatedAt
        author { login }
        labels(first: 20) { nodes { name } }
        reactions { totalCount }
        """;

    public static DiscussionQuery One(string owner, string name, int number) => new(
        $$"""
        query($owner: String!, $name: String!, $number: Int!) {
          repository(owner: $owner, name: $name) {
            discussion(number: $number) {
              {{Facts}} body
              comments(first: 100) {
                totalCount
                nodes {
                  body isAnswer upvoteCount author { login } reactions { totalCount }
                  replies(first: 20) { nodes { body isAnswer upvoteCount author { login } reactions { totalCount } } }
                }
              }
            }
          }
        }
        """,
        new DiscussionVariables(owner, name) { Number = number });

    /// <summary>Those changed last first.</summary>
    public static DiscussionQuery Recent(string owner, string name, string? after) => new(
        $$"""
        query($owner: String!, $name: String!, $after: String) {
          repository(owner: $owner, name: $name) {
            discussions(first: 50, after: $after, orderBy: {field: UPDATED_AT, direction: DESC}) {
              pageInfo { hasNextPage endCursor }
              nodes { {{Facts}} comments { totalCount } }
            }
          }
        }
        """,
        new DiscussionVariables(owner, name) { After = after });
}

internal sealed record DiscussionVariables(string Owner, string Name)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Number { get; init; }

    public string? After { get; init; }
}
