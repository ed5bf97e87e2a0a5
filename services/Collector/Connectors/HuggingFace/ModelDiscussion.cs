namespace NewsEducator.Collector.Connectors.HuggingFace;

internal sealed record ModelDiscussionPage
{
    public required IReadOnlyList<ListedDiscussion> Discussions { get; init; }
}

internal sealed record ListedDiscussion
{
    public required int Num { get; init; }

    public required string Title { get; init; }

    public HubUser? Author { get; init; }

    public required HubRepository Repo { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public bool IsPullRequest { get; init; }

    /// <summary>Counts the opening text as well.</summary>
    public int NumComments { get; init; }

    public int NumReactionUsers { get; init; }
}

internal sealed record ModelDiscussion
{
    public required int Num { get; init; }

    public required string Title { get; init; }

    public HubUser? Author { get; init; }

    public required HubRepository Repo { get; init; }

    public string? Status { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public bool IsPullRequest { get; init; }

    public IReadOnlyList<HubEvent> Events { get; init; } = [];
}

internal sealed record HubRepository
{
    public required string Name { get; init; }

    /// <summary>model, dataset or space.</summary>
    public string? Type { get; init; }
}
