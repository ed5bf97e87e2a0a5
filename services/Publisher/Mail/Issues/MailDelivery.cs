namespace NewsEducator.Publisher.Mail.Issues;

/// <summary>An issue on its way to one subscriber.</summary>
internal sealed class MailDelivery
{
    public required DateOnly Date { get; init; }

    public required int Revision { get; init; }

    public required Guid SubscriberId { get; init; }

    public required MailDeliveryState State { get; set; }

    public int Attempts { get; set; }

    /// <summary>Not tried earlier; null where nothing more is tried.</summary>
    public DateTimeOffset? NextAt { get; set; }

    /// <summary>A replica has it until then.</summary>
    public DateTimeOffset? LeasedUntil { get; set; }

    /// <summary>When the server took it.</summary>
    public DateTimeOffset? SentAt { get; set; }

    /// <summary>Of the digest as the mail was rendered.</summary>
    public int? SentRevision { get; set; }

    public string? Error { get; set; }

    public void End(MailDeliveryState state, string? error = null) => (State, NextAt, LeasedUntil, Error) = (state, null, null, error);
}

/// <summary>How far a mail is.</summary>
internal enum MailDeliveryState
{
    Pending,

    /// <summary>The server confirmed that it has it.</summary>
    Sent,
    Failed,

    /// <summary>Its address bounced meanwhile, or a person cancelled the issue.</summary>
    Cancelled,
}
