using NewsEducator.Contracts;

namespace NewsEducator.Publisher.Notes.Repository;

/// <summary>How far committing and pushing are; one row.</summary>
internal sealed class RepositoryState
{
    public const int OnlyId = 1;

    public int Id { get; init; } = OnlyId;

    /// <summary>Not tried earlier; null while there is nothing to do.</summary>
    public DateTimeOffset? NextAt { get; set; }

    /// <summary>Until then a process is at it.</summary>
    public DateTimeOffset? LeasedUntil { get; set; }

    public int Failures { get; set; }

    public RepositoryFault? Fault { get; set; }

    public string? Reason { get; set; }

    /// <summary>The first of the failures in a row.</summary>
    public DateTimeOffset? FailingSince { get; set; }

    /// <summary>Made by this service and not pushed: the only ones that may be made again on top of others.</summary>
    public List<string> OwnCommits { get; set; } = [];

    /// <summary>The latest that was made.</summary>
    public string? Commit { get; set; }

    public DateTimeOffset? CommittedAt { get; set; }

    public DateTimeOffset? PushedAt { get; set; }
}
