namespace NewsEducator.Contracts;

/// <summary>How far the mails of a digest's revision are.</summary>
/// <param name="DecidedBy">Who let it go although it was overdue, or cancelled it.</param>
/// <param name="Pending">Mails that wait to be sent.</param>
/// <param name="Sent">Mails that the server took.</param>
/// <param name="Failed">Mails that were refused for good.</param>
public sealed record MailIssueView(
    DateOnly Date,
    int Revision,
    MailIssueState State,
    DateTimeOffset DueAt,
    string? DecidedBy,
    int Pending,
    int Sent,
    int Failed
);

/// <summary>How far the mails of a digest's revision are.</summary>
public enum MailIssueState
{
    Due,

    /// <summary>It is overdue: a person decides whether it is still sent.</summary>
    Waiting,
    Sending,

    /// <summary>Every recipient was reached or refused.</summary>
    Finished,
    Cancelled,
}

/// <summary>An address that asked for digests.</summary>
/// <param name="CreatedAt">When it was first asked for.</param>
/// <param name="BounceReason">What the last server said that refused it.</param>
public sealed record MailSubscriberView(
    Guid Id,
    string Address,
    MailSubscriberState State,
    DateTimeOffset CreatedAt,
    DateTimeOffset? ConfirmedAt,
    DateTimeOffset? BouncedAt,
    string? BounceReason
);

/// <summary>How many addresses there are in each state.</summary>
public sealed record MailSubscriberCounts(int Confirmed, int Pending, int Bounced);

/// <summary>Whether an address gets mails.</summary>
public enum MailSubscriberState
{
    /// <summary>Somebody named it; its owner has not confirmed.</summary>
    Pending,

    /// <summary>The only ones that get digests.</summary>
    Confirmed,

    /// <summary>Servers refuse it.</summary>
    Bounced,
}
