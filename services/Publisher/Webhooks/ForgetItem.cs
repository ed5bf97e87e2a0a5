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

    /// <param name="db">Saved by the caller.</param>
    /// <param name="itemId">What was taken down.</param>
    /// <param name="revisions">Of its digest, made by a change of this item.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async Task FromEventsAsync(PublisherDb db, Guid itemId, List<int> revisions, CancellationToken cancellationToken)
    {
        var events = await db.AnnouncedEvents.Where(each => each.Items.Contains(itemId)).ToListAsync(cancellationToken);
        foreach (var announced in events)
        {
            // A card is of one item, so that nothing of it is left.
            if (!announced.Type.StartsWith("card.", StringComparison.Ordinal))
            {
                var body = JsonNode.Parse(announced.Body)!;
                Forget(body["data"] as JsonObject ?? [], itemId, revisions);
                announced.Body = body.ToJsonString(Json);
                continue;
            }

            var deliveries = await db.WebhookDeliveries.Where(each => each.EventId == announced.Id).ToListAsync(cancellationToken);
            deliveries.ForEach(delivery =>
                delivery.End(delivery.State == DeliveryState.Pending ? DeliveryState.Cancelled : delivery.State)
            );
            announced.Body = AnnouncedEvent.Forgotten;
        }
    }

    /// <summary>What people said of its changes may quote it.</summary>
    private static void Forget(JsonObject data, Guid itemId, List<int> revisions)
    {
        (data["items"] as JsonArray)?.RemoveAll(IsOfItem);
        (data["corrected"] as JsonArray)?.RemoveAll(IsOfItem);
        foreach (var withdrawn in (data["withdrawn"] as JsonArray ?? []).Where(IsOfItem).OfType<JsonObject>())
        {
            withdrawn["reason"] = "";
        }

        if (data.ContainsKey("reason") && (int?)data["revision"] is { } revision && revisions.Contains(revision))
        {
            data["reason"] = "";
        }

        bool IsOfItem(JsonNode? entry) => (Guid?)entry?["itemId"] == itemId;
    }
}
