namespace NewsEducator.Collector.Connectors.GitHub;

internal sealed record DiscussionQuery(DiscussionVariables Variables)
{
    public string Query { get; } = """
        query($owner: String!, $name: String!, $number: Int!) {
          repository(owner: $owner, name: $name) {
            discussion(number: $number) {
              url title body closed isAnswered upvoteCount createdAt updatedAt
              author { login }
              labels(first: 20) { nodes { name } }
              reactions { totalCount }
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
        """;
}

internal sealed record DiscussionVariables(string Owner, string Name, int Number);
