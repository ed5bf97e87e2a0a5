using NewsEducator.Contracts;

namespace NewsEducator.Publisher.Webhooks;

/// <summary>An event on its way to one webhook.</summary>
internal sealed class WebhookDelivery
{
    public long Id { get; init; }

    public required Guid WebhookId { get; init; }

    public required Guid EventId { get; init; }

    public required DeliveryState State { get; set; }

    /// <summary>The digest that it is a revision of: its revisions go out in their order. Null for what has no order.</summary>
    public DateOnly? DigestDate { get; init; }

    /// <summary>Of this round: redelivering begins another.</summary>
    public int Attempts { get; set; }

    /// <summary>When this round began.</summary>
    public required DateTimeOffset Since { get; set; }

    /// <summary>Not tried earlier; null where nothing more is tried.</summary>
    public DateTimeOffset? NextAt { get; set; }

    /// <summary>A sender has it until then; whoever is killed meanwhile loses it to another.</summary>
    public DateTimeOffset? LeasedUntil { get; set; }

    /// <summary>Somebody asked for it again; the body says so.</summary>
    public bool IsReplay { get; set; }

    /// <summary>Due at once.</summary>
    public static WebhookDelivery Of(Guid webhookId, AnnouncedEvent announced, DateTimeOffset now) =>
        new()
        {
            WebhookId = webhookId,
            EventId = announced.Id,
            DigestDate = announced.DigestDate,
            State = DeliveryState.Pending,
            Since = now,
            NextAt = now,
        };

    /// <summary>Begins another round, at once.</summary>
    public void Replay(DateTimeOffset now)
    {
        (State, Attempts, IsReplay) = (DeliveryState.Pending, 0, true);
        (Since, NextAt) = (now, now);
    }

    public void End(DeliveryState state) => (State, NextAt) = (state, null);
}
