namespace NewsEducator.Contracts;

/// <summary>A message that a service could not handle.</summary>
/// <param name="State"><c>dead</c>, <c>waiting</c> to be redelivered by itself, or <c>discarded</c>.</param>
/// <param name="Consumer">Who could not handle it.</param>
/// <param name="Fingerprint">The same for each message that failed in the same place with the same error.</param>
/// <param name="IsTruncated">Only its beginning was kept, so that it cannot be sent again.</param>
public sealed record DeadLetterView(
    long Id,
    string State,
    string Consumer,
    string MessageType,
    string MessageId,
    string Reason,
    string Fingerprint,
    DateTimeOffset FirstAt,
    DateTimeOffset LastAt,
    int Count,
    DateTimeOffset? DueAt,
    bool IsTruncated,
    string? DiscardedBy,
    string? DiscardReason
);

/// <summary>A dead letter with the message.</summary>
public sealed record DeadLetterContent(DeadLetterView Letter, string ContentType, IReadOnlyDictionary<string, string> Headers, string Body);

/// <summary>The dead letters of one fault.</summary>
public sealed record DeadLetterGroup(string Fingerprint, string Reason, int Letters, DateTimeOffset FirstAt, DateTimeOffset LastAt);

/// <summary>A page of dead letters or groups.</summary>
/// <param name="Next">What to pass as <c>after</c> for the next page; null on the last one.</param>
public sealed record DeadLetterPage<T>(IReadOnlyList<T> Items, long? Next);

/// <summary>How many messages are sent again.</summary>
public sealed record Redriven(int Count);

/// <summary>How many messages are not sent any more.</summary>
public sealed record Discarded(int Count);
