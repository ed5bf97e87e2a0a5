namespace NewsEducator.Publisher.Webhooks;

/// <summary>One request of a delivery and its result.</summary>
internal sealed class DeliveryAttempt
{
    public long Id { get; init; }

    public required long DeliveryId { get; init; }

    public required DateTimeOffset At { get; init; }

    public required int Milliseconds { get; init; }

    /// <summary>HTTP status; null where there was no answer.</summary>
    public int? Status { get; init; }

    /// <summary>The beginning of the answer.</summary>
    public string? Answer { get; init; }

    /// <summary>Why it failed; null where it did not.</summary>
    public string? Error { get; init; }
}
