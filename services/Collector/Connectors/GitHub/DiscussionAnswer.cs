namespace NewsEducator.Collector.Connectors.GitHub;

/// <summary>What GraphQL answers, with status 200 also where it found nothing.</summary>
internal sealed record DiscussionAnswer(DiscussionData? Data, IReadOnlyList<GraphError>? Errors);

internal sealed record GraphError(string Message, string? Type);

internal sealed record DiscussionData(DiscussionRepository? Repository);

internal sealed record DiscussionRepository(GitHubDiscussion? Discussion, Connection<GitHubDiscussion>? Discussions);

internal sealed record GitHubDiscussion
{
    public string? Url { get; init; }

    public int Number { get; init; }

    public string? Title { get; init; }

    public string? Body { get; init; }

    public bool? IsAnswered { get; init; }

    public bool Closed { get; init; }

    public int UpvoteCount { get; init; }

    public Actor? Author { get; init; }

    public Connection<GitHubLabel>? Labels { get; init; }

    public GraphCount? Reactions { get; init; }

    /// <summary>The accepted one.</summary>
    public DiscussionComment? Answer { get; init; }

    public Connection<DiscussionComment>? Comments { get; init; }

    public DateTimeOffset? CreatedAt { get; init; }

    public DateTimeOffset? UpdatedAt { get; init; }
}

internal sealed record DiscussionComment
{
    public string? Body { get; init; }

    public bool IsAnswer { get; init; }

    public int UpvoteCount { get; init; }

    public Actor? Author { get; init; }

    public GraphCount? Reactions { get; init; }

    public Connection<DiscussionComment>? Replies { get; init; }
}

internal sealed record Connection<T>(IReadOnlyList<T?>? Nodes, int TotalCount, PageInfo? PageInfo);

internal sealed record PageInfo(bool HasNextPage, string? EndCursor);

internal sealed record Actor(string Login);

internal sealed record GraphCount(int TotalCount);
