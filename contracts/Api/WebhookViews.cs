namespace NewsEducator.Contracts;

/// <summary>What a person says of a webhook.</summary>
/// <param name="Url">An https address on the public internet.</param>
/// <param name="Events">Types of events, such as <c>digest.published.v1</c>; none: all.</param>
/// <param name="Types">Labels of item types; none: all.</param>
/// <param name="Concepts">Keys of concepts; none: all.</param>
/// <param name="IsEnabled">False: nothing is sent. True ends a disabling.</param>
public sealed record WebhookRequest(
    string? Url = null,
    List<string>? Events = null,
    List<string>? Types = null,
    List<string>? Concepts = null,
    bool IsEnabled = true
);

/// <summary>A webhook as operators see it.</summary>
public sealed record WebhookView(
    Guid Id,
    string Url,
    IReadOnlyList<string> Events,
    IReadOnlyList<string> Types,
    IReadOnlyList<string> Concepts,
    string CreatedBy,
    DateTimeOffset CreatedAt,
    DateTimeOffset? FailingSince,
    DateTimeOffset? DisabledAt,
    string? DisabledReason,
    DateTimeOffset? FormerSecretUntil
);

/// <summary>A webhook and its secret, which is shown this once.</summary>
public sealed record WebhookWithSecret(WebhookView Webhook, string Secret);

/// <summary>A delivery with its log.</summary>
public sealed record DeliveryView(
    long Id,
    Guid EventId,
    string EventType,
    DeliveryState State,
    DateTimeOffset Since,
    DateTimeOffset? NextAt,
    string Request,
    IReadOnlyList<AttemptView> Attempts
);

/// <summary>What is sent again: events from <paramref name="From"/> on that are earlier than <paramref name="To"/>.</summary>
public sealed record RedeliverRange(DateTimeOffset From, DateTimeOffset To);

/// <summary>How many deliveries are due again.</summary>
public sealed record Redelivered(int Count);

/// <summary>One request of a delivery.</summary>
public sealed record AttemptView(DateTimeOffset At, int Milliseconds, int? Status, string? Answer, string? Error);

/// <summary>How far a delivery is.</summary>
public enum DeliveryState
{
    Pending,
    Delivered,

    /// <summary>All attempts failed.</summary>
    Failed,

    /// <summary>Its webhook was disabled, or what it says was taken down.</summary>
    Cancelled,
}
