using Microsoft.EntityFrameworkCore;
using NewsEducator.Contracts;
using NewsEducator.Publisher.Data;
using NewsEducator.Publisher.Mail.Notices;

namespace NewsEducator.Publisher.Webhooks;

/// <summary>One attempt of a delivery, and what follows from it.</summary>
internal sealed class DeliverEvent(
    PublisherDb db,
    WebhookClient client,
    MailNotices notices,
    TimeProvider time,
    ILogger<DeliverEvent> logger
)
{
    /// <summary>Stable: alerts watch for it.</summary>
    private static readonly EventId WebhookDisabled = new(2402, "WebhookDisabled");

    public async Task TryAsync(long id, CancellationToken cancellationToken)
    {
        var delivery = await db.WebhookDeliveries.SingleOrDefaultAsync(each => each.Id == id, cancellationToken);
        if (delivery is not { NextAt: not null })
        {
            return;
        }

        var webhook = await db.Webhooks.SingleAsync(each => each.Id == delivery.WebhookId, cancellationToken);
        var announced = await db.AnnouncedEvents.AsNoTracking().SingleAsync(each => each.Id == delivery.EventId, cancellationToken);
        if (webhook.DisabledAt is not null)
        {
            delivery.End(DeliveryState.Cancelled);
        }
        else
        {
            var (attempt, retryAfter) = await client.SendAsync(webhook, delivery, announced, cancellationToken);
            Conclude(webhook, delivery, attempt, retryAfter);
        }

        delivery.LeasedUntil = null;
        await db.SaveChangesAsync(cancellationToken);
    }

    private void Conclude(Webhook webhook, WebhookDelivery delivery, DeliveryAttempt attempt, TimeSpan? retryAfter)
    {
        db.DeliveryAttempts.Add(attempt);
        delivery.Attempts++;
        PublisherMetrics.WebhookAttempt(attempt.Error is null);
        if (attempt.Error is null)
        {
            delivery.End(DeliveryState.Delivered);
            webhook.FailingSince = null;
            return;
        }

        var now = time.GetUtcNow();
        webhook.FailingSince ??= now;
        if (attempt.Status == StatusCodes.Status410Gone)
        {
            delivery.End(DeliveryState.Failed);
            Disable(webhook, now, "it answered 410 Gone");
            return;
        }

        delivery.NextAt = RetrySchedule.Next(delivery.Attempts, delivery.Since, now, Random.Shared.NextDouble(), retryAfter);
        if (delivery.NextAt is null)
        {
            delivery.End(DeliveryState.Failed);
            if (now - webhook.FailingSince >= RetrySchedule.Whole - TimeSpan.FromDays(1))
            {
                Disable(webhook, now, $"every attempt failed since {webhook.FailingSince:u}; the last one: {attempt.Error}");
            }
        }
    }

    private void Disable(Webhook webhook, DateTimeOffset now, string reason)
    {
        (webhook.DisabledAt, webhook.DisabledReason) = (now, reason);
        webhook.Version++;
        notices.WebhookDisabled(webhook, reason);
        PublisherMetrics.WebhookDisabled();
        logger.LogError(WebhookDisabled, "Webhook {Id} is disabled and gets nothing more: {Reason}", webhook.Id, reason);
    }
}
