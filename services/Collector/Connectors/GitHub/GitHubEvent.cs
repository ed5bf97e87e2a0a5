namespace NewsEducator.Collector.Connectors.GitHub;

/// <summary>Something that was done to an issue. The timeline serves more kinds than the list of events; commits in it have no
/// time.</summary>
internal sealed record GitHubEvent
{
    public required string Event { get; init; }

    /// <summary>The commit that closed the issue, where one did.</summary>
    public string? CommitId { get; init; }

    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>How an issue that is closed came to be.</summary>
    /// <returns>Null where no commit closed it last.</returns>
    public static string? ClosingCommit(IEnumerable<GitHubEvent> events) =>
        events.Where(each => each.Event is "closed" or "reopened").OrderBy(each => each.CreatedAt).LastOrDefault()
            is { Event: "closed", CommitId: { } commit }
            ? commit
            : null;
}
