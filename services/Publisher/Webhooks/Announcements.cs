using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NewsEducator.Contracts;
using NewsEducator.Publisher.Data;
using NewsEducator.Publisher.Digests;
using NewsEducator.Publisher.Events;

namespace NewsEducator.Publisher.Webhooks;

/// <summary>Sends a public event to the broker and to every webhook that wants it, in the transaction of what it tells.</summary>
internal sealed class Announcements(PublisherDb db, TimeProvider time)
{
    private sealed record Payload(string Type, DateTimeOffset Timestamp, object Data);

    /// <param name="message">A public event.</param>
    /// <param name="about">The items that it is about.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task AnnounceAsync<T>(T message, IReadOnlyCollection<DigestItem> about, CancellationToken cancellationToken)
        where T : class, IAnnouncement
    {
        db.Publish(message);
        var attributes = EventAttributes.Of(message)!;
        var announced = EventOf(attributes.Kind.Type, attributes.Id, attributes.Time, message, about);
        db.AnnouncedEvents.Add(announced);
        foreach (var webhook in await db.Webhooks.AsNoTracking().Where(each => each.DisabledAt == null).ToListAsync(cancellationToken))
        {
            if (webhook.Wants(announced))
            {
                db.WebhookDeliveries.Add(WebhookDelivery.Of(webhook.Id, announced, time.GetUtcNow()));
            }
        }
    }

    /// <summary>Sends an event again to one webhook, marked as a replay.</summary>
    /// <returns>False where the webhook does not want it.</returns>
    public async Task<bool> ReplayAsync(
        Webhook webhook,
        IAnnouncement message,
        IReadOnlyCollection<DigestItem> about,
        CancellationToken cancellationToken
    )
    {
        var attributes = EventAttributes.Of(message)!;
        var announced = await db.AnnouncedEvents.FindAsync([attributes.Id], cancellationToken);
        if (announced is null)
        {
            announced = EventOf(attributes.Kind.Type, attributes.Id, attributes.Time, message, about);
            db.AnnouncedEvents.Add(announced);
        }

        if (!webhook.Wants(announced))
        {
            return false;
        }

        var delivery = await db.WebhookDeliveries.SingleOrDefaultAsync(
            each => each.WebhookId == webhook.Id && each.EventId == announced.Id,
            cancellationToken
        );
        if (delivery is null)
        {
            delivery = WebhookDelivery.Of(webhook.Id, announced, time.GetUtcNow());
            db.WebhookDeliveries.Add(delivery);
        }

        delivery.Replay(time.GetUtcNow());
        return true;
    }

    /// <summary>An event that only this webhook gets, whatever it wants.</summary>
    public void Test(Webhook webhook)
    {
        var now = time.GetUtcNow();
        var announced = EventOf(AnnouncedEvent.TestType, Guid.NewGuid(), now, new { webhookId = webhook.Id }, []);
        db.AnnouncedEvents.Add(announced);
        db.WebhookDeliveries.Add(WebhookDelivery.Of(webhook.Id, announced, now));
    }

    /// <summary>An event that these webhooks get and nobody else.</summary>
    public void TellOnly(string type, Guid id, DateTimeOffset at, object data, IEnumerable<Webhook> webhooks)
    {
        var announced = EventOf(type, id, at, data, []);
        db.AnnouncedEvents.Add(announced);
        foreach (var webhook in webhooks)
        {
            db.WebhookDeliveries.Add(WebhookDelivery.Of(webhook.Id, announced, time.GetUtcNow()));
        }
    }

    private static AnnouncedEvent EventOf(string type, Guid id, DateTimeOffset at, object data, IReadOnlyCollection<DigestItem> about) =>
        new()
        {
            Id = id,
            Type = type,
            At = at,
            Body = JsonSerializer.Serialize(new Payload(type, at, data), PublicEvents.Json),
            Items = [.. about.Select(item => item.ItemId)],
            Types = [.. about.Select(item => item.Type).Distinct()],
            Concepts = [.. about.Select(item => item.ConceptKey).Distinct()],
        };
}
