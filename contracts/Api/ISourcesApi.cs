using Refit;

namespace NewsEducator.Contracts;

/// <summary>How the Collector's sources stand.</summary>
public interface ISourcesApi
{
    /// <summary>By id, at most 200.</summary>
    /// <param name="after">The last id of the page before.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    [Get("/api/sources")]
    Task<List<SourceOverview>> ListSourcesAsync(string? after, CancellationToken cancellationToken);
}

/// <summary>One source and how its polls go.</summary>
public sealed record SourceOverview
{
    public required string Id { get; init; }

    public required string Kind { get; init; }

    public required string Target { get; init; }

    /// <summary>90s, 15m, 2h, 1d.</summary>
    public required string Interval { get; init; }

    public bool Enabled { get; init; } = true;

    /// <summary>sources.yaml has a say; an edit takes the source over.</summary>
    public bool FromFile { get; init; }

    public required SourcePolls Health { get; init; }
}

/// <summary>How the polls of a source go.</summary>
public sealed record SourcePolls
{
    /// <summary>NeverPolled, Healthy, Failing, Quiet or Disabled.</summary>
    public required string Status { get; init; }

    public DateTimeOffset? NextPollAt { get; init; }

    public DateTimeOffset? LastSucceededAt { get; init; }

    public string? LastError { get; init; }

    public int ConsecutiveFailures { get; init; }

    public int LastListed { get; init; }

    public int LastCollected { get; init; }

    public int LastDropped { get; init; }

    /// <summary>Parts of the last list that could not be read, with the reasons; the rest of it was.</summary>
    public IReadOnlyList<string> Unread { get; init; } = [];

    /// <summary>Items that their host did not serve yet; each is asked for again.</summary>
    public int Waiting { get; init; }

    /// <summary>Since when the oldest of them waits.</summary>
    public DateTimeOffset? WaitingSince { get; init; }
}
