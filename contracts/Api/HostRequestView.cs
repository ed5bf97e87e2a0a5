namespace NewsEducator.Contracts;

/// <summary>A host that somebody asked for, and what became of it. Kept by Compliance, whose policy is the whitelist.</summary>
/// <param name="Host">As it stands on the whitelist once it is granted.</param>
/// <param name="Paths">The folders that were asked for; empty: all of the host.</param>
/// <param name="Url">Of the source for which it was asked.</param>
/// <param name="Reason">Why it was asked for.</param>
/// <param name="DecidedBy">Null while it is open.</param>
/// <param name="Answer">Why it was declined, or the comment of whoever granted it.</param>
/// <param name="PolicyNumber">The policy since which the address is allowed; null unless it was granted.</param>
public sealed record HostRequestView(
    Guid Id,
    string Host,
    IReadOnlyList<string> Paths,
    string Url,
    string Reason,
    string AskedBy,
    DateTimeOffset AskedAt,
    HostRequestState State,
    string? DecidedBy,
    DateTimeOffset? DecidedAt,
    string? Answer,
    int? PolicyNumber
);

/// <summary>What became of a host that somebody asked for.</summary>
public enum HostRequestState
{
    Open,
    Granted,
    Declined,
}
