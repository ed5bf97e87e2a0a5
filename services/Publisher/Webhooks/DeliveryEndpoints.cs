using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using NewsEducator.Contracts;
using NewsEducator.Publisher.Data;

namespace NewsEducator.Publisher.Webhooks;

/// <summary>The log of a webhook's deliveries; what failed or was missed is sent again, one or a range.</summary>
internal static class DeliveryEndpoints
{
    private const int MostAttempts = 20;

    public static void MapDeliveries(this RouteGroupBuilder webhooks)
    {
        webhooks.MapGet("/{id:guid}/deliveries", List);
        webhooks.MapPost("/{id:guid}/deliveries/{delivery:long}/redeliver", Redeliver);
        webhooks.MapPost("/{id:guid}/redeliver", RedeliverMany);
    }

    /// <param name="before">Keyset: deliveries with a smaller id.</param>
    private static async Task<Ok<List<DeliveryView>>> List(
        Guid id,
        PublisherDb db,
        CancellationToken cancellationToken,
        long? before = null
    )
    {
        var rows = await db
            .WebhookDeliveries.AsNoTracking()
            .Where(delivery => delivery.WebhookId == id && (before == null || delivery.Id < before))
            .OrderByDescending(delivery => delivery.Id)
            .Take(IPublisherApi.DeliveriesOfPage)
            .Join(db.AnnouncedEvents, delivery => delivery.EventId, each => each.Id, (Delivery, Event) => new { Delivery, Event })
            .ToListAsync(cancellationToken);
        var ids = rows.ConvertAll(row => row.Delivery.Id);
        var attempts = await db.DeliveryAttempts.AsNoTracking().Where(each => ids.Contains(each.DeliveryId)).ToListAsync(cancellationToken);
        var log = attempts.ToLookup(attempt => attempt.DeliveryId);
        return TypedResults.Ok(
            rows.OrderByDescending(row => row.Delivery.Id)
                .Select(row => ViewOf(row.Delivery, row.Event, log[row.Delivery.Id].OrderByDescending(each => each.Id).Take(MostAttempts)))
                .ToList()
        );
    }

    private static async Task<Results<Ok<Redelivered>, NotFound, ProblemHttpResult>> Redeliver(
        Guid id,
        long delivery,
        PublisherDb db,
        TimeProvider time,
        CancellationToken cancellationToken
    )
    {
        if (await db.Webhooks.AnyAsync(each => each.Id == id && each.DisabledAt != null, cancellationToken))
        {
            return WebhookEndpoints.Disabled();
        }

        var count = await RestartAsync(
            db.WebhookDeliveries.Where(each => each.WebhookId == id && each.Id == delivery),
            db,
            time,
            cancellationToken
        );
        return count > 0 ? TypedResults.Ok(new Redelivered(count)) : TypedResults.NotFound();
    }

    /// <summary>Every event of the range that the webhook wants, whether it got it before or not; each has the id that it had.</summary>
    private static async Task<Results<Ok<Redelivered>, NotFound, ValidationProblem, ProblemHttpResult>> RedeliverMany(
        Guid id,
        RedeliverRange request,
        PublisherDb db,
        TimeProvider time,
        CancellationToken cancellationToken
    )
    {
        if (request.From >= request.To)
        {
            return TypedResults.ValidationProblem(new Dictionary<string, string[]> { ["from"] = ["from must be before to."] });
        }

        if (await db.Webhooks.AsNoTracking().SingleOrDefaultAsync(each => each.Id == id, cancellationToken) is not { } webhook)
        {
            return TypedResults.NotFound();
        }

        if (webhook.DisabledAt is not null)
        {
            return WebhookEndpoints.Disabled();
        }

        var (from, to) = (request.From.ToUniversalTime(), request.To.ToUniversalTime());
        var again = db.WebhookDeliveries.Where(each =>
            each.WebhookId == id && db.AnnouncedEvents.Any(sent => sent.Id == each.EventId && sent.At >= from && sent.At < to)
        );
        var count = await RestartAsync(again, db, time, cancellationToken);
        var missed = await db
            .AnnouncedEvents.AsNoTracking()
            .Where(sent => sent.At >= from && sent.At < to && sent.Body != AnnouncedEvent.Forgotten && sent.Type != AnnouncedEvent.TestType)
            .Where(sent => !db.WebhookDeliveries.Any(each => each.WebhookId == id && each.EventId == sent.Id))
            .OrderBy(sent => sent.At)
            .ToListAsync(cancellationToken);
        var wanted = missed.Where(webhook.Wants).Select(sent => WebhookDelivery.Of(id, sent, time.GetUtcNow())).ToList();
        db.WebhookDeliveries.AddRange(wanted);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(new Redelivered(count + wanted.Count));
    }

    private static Task<int> RestartAsync(
        IQueryable<WebhookDelivery> deliveries,
        PublisherDb db,
        TimeProvider time,
        CancellationToken cancellationToken
    )
    {
        var now = time.GetUtcNow();
        // What was taken down is sent no more.
        return deliveries
            .Where(each => db.AnnouncedEvents.Any(sent => sent.Id == each.EventId && sent.Body != AnnouncedEvent.Forgotten))
            .ExecuteUpdateAsync(
                update =>
                    update
                        .SetProperty(each => each.State, DeliveryState.Pending)
                        .SetProperty(each => each.Attempts, 0)
                        .SetProperty(each => each.Since, now)
                        .SetProperty(each => each.NextAt, now),
                cancellationToken
            );
    }

    private static DeliveryView ViewOf(WebhookDelivery delivery, AnnouncedEvent announced, IEnumerable<DeliveryAttempt> attempts) =>
        new(
            delivery.Id,
            announced.Id,
            announced.Type,
            delivery.State,
            delivery.Since,
            delivery.NextAt,
            delivery.IsReplay ? announced.ReplayBody() : announced.Body,
            [.. attempts.Select(each => new AttemptView(each.At, each.Milliseconds, each.Status, each.Answer, each.Error))]
        );
}
