namespace NewsEducator.Collector.Connectors.HuggingFace;

internal sealed record DailyPaper
{
    public required Paper Paper { get; init; }

    public int NumComments { get; init; }
}

internal sealed record Paper
{
    public required string Id { get; init; }

    public required string Title { get; init; }

    /// <summary>The abstract.</summary>
    public string? Summary { get; init; }

    public IReadOnlyList<PaperAuthor> Authors { get; init; } = [];

    public HubOrganization? Organization { get; init; }

    public int Upvotes { get; init; }

    public required DateTimeOffset PublishedAt { get; init; }

    /// <summary>When it entered the daily list.</summary>
    public DateTimeOffset? SubmittedOnDailyAt { get; init; }

    public IReadOnlyList<HubEvent> Comments { get; init; } = [];
}

internal sealed record PaperAuthor(string Name);

internal sealed record HubOrganization(string Name, string? Fullname);
