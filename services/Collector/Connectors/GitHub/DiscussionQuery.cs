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

    /// <param name="owner">The account.</param>
    /// <param name="name">The repository.</param>
    /// <param name="number">Of the discussion.</param>
    /// <param name="after">The cursor of a further page of comments; the accepted answer comes with each, wherever it is in the
    /// thread.</param>
    public static DiscussionQuery One(string owner, string name, int number, string? after = null) =>
        new(
            $$"""
            query($owner: String!, $name: String!, $number: Int!, $after: String) {
              repository(owner: $owner, name: $name) {
                discussion(number: $number) {
                  {{Facts}} body
                  answer { body isAnswer upvoteCount author { login } reactions { totalCount } }
                  comments(first: 100, after: $after) {
                    totalCount
                    pageInfo { hasNextPage endCursor }
                    nodes {
                      body isAnswer upvoteCount author { login } reactions { totalCount }
                      replies(first: 20) { nodes { body isAnswer upvoteCount author { login } reactions { totalCount } } }
                    }
                  }
                }
              }
            }
            """,
            new DiscussionVariables(owner, name) { Number = number, After = after }
        );

    /// <summary>Those changed last first.</summary>
    public static DiscussionQuery Recent(string owner, string name, string? after) =>
        new(
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
            new DiscussionVariables(owner, name) { After = after }
        );
}

internal sealed record DiscussionVariables(string Owner, string Name)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Number { get; init; }

    public string? After { get; init; }
}
