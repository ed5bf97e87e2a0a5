using System.Text.Json;

namespace NewsEducator.Collector.Connectors.GitHub;

internal sealed record GitHubIssue
{
    public required string HtmlUrl { get; init; }

    public required string Title { get; init; }

    /// <summary>Null where the account is gone.</summary>
    public GitHubUser? User { get; init; }

    public IReadOnlyList<GitHubLabel>? Labels { get; init; }

    public string? State { get; init; }

    public string? StateReason { get; init; }

    public int Comments { get; init; }

    public string? Body { get; init; }

    public GitHubReactions? Reactions { get; init; }

    public GitHubUser? ClosedBy { get; init; }

    public bool Locked { get; init; }

    /// <summary>off-topic, too heated, resolved or spam.</summary>
    public string? ActiveLockReason { get; init; }

    public DateTimeOffset? ClosedAt { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Present on pull requests only, which the issues API also serves.</summary>
    public JsonElement? PullRequest { get; init; }
}

internal sealed record IssueSearch
{
    /// <summary>A page of what was found.</summary>
    public required IReadOnlyList<GitHubIssue> Items { get; init; }

    public int TotalCount { get; init; }

    /// <summary>The search ran out of time; the next poll finds the rest.</summary>
    public bool IncompleteResults { get; init; }
}

internal sealed record GitHubComment
{
    public GitHubUser? User { get; init; }

    public string? Body { get; init; }

    public GitHubReactions? Reactions { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
}

internal sealed record GitHubUser(string Login, string? Type);

internal sealed record GitHubLabel(string Name);

internal sealed record GitHubReactions(int TotalCount);
