using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using NewsEducator.Contracts;
using NewsEducator.Publisher.Data;

namespace NewsEducator.Publisher.Webhooks;

/// <summary>Removes what was taken down from events that are still to be sent, or may be sent again.</summary>
internal static class ForgetItem
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Messages that hold the text: those that still wait to be sent, as the digest's next revision says all that they said, and
    /// those that were not handled.</summary>
    public static async Task FromMessagesAsync(PublisherDb db, Guid itemId, Guid candidateId, CancellationToken cancellationToken)
    {
        var item = $"%{itemId}%";
        await db.Database.ExecuteSqlAsync(
            $"DELETE FROM outbox WHERE body LIKE {item} AND type ~ '(DigestPublished|DigestRevised|CardDrafted|ItemRevised),'",
            cancellationToken
        );
        var candidate = candidateId.ToString();
        await db.Database.ExecuteSqlAsync(
            $"DELETE FROM dead_letters WHERE position(convert_to({candidate}, 'UTF8') IN body) > 0",
            cancellationToken
        );
    }

    public static async Task FromEventsAsync(PublisherDb db, Guid itemId, CancellationToken cancellationToken)
    {
        var events = await db.AnnouncedEvents.Where(each => each.Items.Contains(itemId)).ToListAsync(cancellationToken);
        foreach (var announced in events)
        {
            var body = JsonNode.Parse(announced.Body)!;
            if (body["data"]?["items"] is JsonArray items)
            {
                items.RemoveAll(item => (Guid?)item?["itemId"] == itemId);
                announced.Body = body.ToJsonString(Json);
                continue;
            }

            // A retraction says nothing of the text; a card is of one item, so that nothing of it is left.
            if (!announced.Type.StartsWith("card.", StringComparison.Ordinal))
            {
                continue;
            }

            var deliveries = await db.WebhookDeliveries.Where(each => each.EventId == announced.Id).ToListAsync(cancellationToken);
            deliveries.ForEach(delivery =>
                delivery.End(delivery.State == DeliveryState.Pending ? DeliveryState.Cancelled : delivery.State)
            );
            announced.Body = AnnouncedEvent.Forgotten;
        }
    }
}
