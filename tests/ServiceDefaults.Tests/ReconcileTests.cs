using MassTransit;
using Microsoft.EntityFrameworkCore;
using NewsEducator.Contracts;
using NewsEducator.ServiceDefaults.Reconciling;
using NewsEducator.Testing;

namespace NewsEducator.ServiceDefaults.Tests;

public sealed record Shipped(Guid Id, DateTimeOffset? SentAgainAt = null) : IRepeatable
{
    public string NaturalKey => $"{Id:N}{IRepeatable.Mark(SentAgainAt)}";
}

public sealed class ReceiveShipment(LedgerDb db) : IConsumer<Shipped>
{
    public Task Consume(ConsumeContext<Shipped> context)
    {
        db.Postings.Add(new Posting { Order = context.Message.Id.ToString() });
        return Task.CompletedTask;
    }
}

public sealed class SentShipments(LedgerDb db) : ISentItems
{
    public string Next => "harbour";

    public string What => "shipments";

    public async Task<IReadOnlyList<Guid>> ListAsync(DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken) =>
        [.. (await db.Postings.Select(posting => posting.Order).ToListAsync(cancellationToken)).Select(Guid.Parse)];

    public Task SendAgainAsync(IReadOnlyCollection<Guid> ids, DateTimeOffset now, CancellationToken cancellationToken)
    {
        ids.ToList().ForEach(id => db.Publish(new Shipped(id, now)));
        return Task.CompletedTask;
    }
}

public sealed class ReceivedShipments(LedgerDb db) : IReceivedItems
{
    public async Task<IReadOnlyCollection<Guid>> KnownAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        var orders = ids.Select(id => id.ToString()).ToList();
        return
        [
            .. (
                await db
                    .Postings.Where(posting => orders.Contains(posting.Order))
                    .Select(posting => posting.Order)
                    .ToListAsync(cancellationToken)
            ).Select(Guid.Parse),
        ];
    }
}

[Collection("servers")]
public sealed class ReconcileTests
{
    [Fact]
    public async Task What_vanished_in_the_middle_is_sent_again_and_nothing_else_is()
    {
        var (harbourDatabase, messaging) = await LedgerService.NewGroundAsync();
        var (shipperDatabase, _) = await LedgerService.NewGroundAsync();
        await using var harbour = await LedgerService.StartAsync(
            harbourDatabase,
            messaging,
            service: "harbour",
            add: (_, bus) => bus.AddConsumer<ReceiveShipment>(),
            map: app => app.MapReconcile<ReceivedShipments>("shipments")
        );
        var ids = Enumerable.Range(0, 5).Select(_ => Guid.NewGuid()).ToList();
        await using (var shipper = await LedgerService.StartAsync(shipperDatabase, messaging, service: "shipper", add: (_, _) => { }))
        {
            await shipper.WithDbAsync(db =>
            {
                ids.ForEach(id => db.Postings.Add(new Posting { Order = id.ToString() }));
                ids.ForEach(id => db.Publish(new Shipped(id)));
                return db.SaveChangesAsync();
            });
            await Eventually.GetAsync(() => harbour.WithDbAsync(db => db.Postings.CountAsync()), count => count == 5, "five shipments");
        }

        var lost = ids[2].ToString();
        await harbour.WithDbAsync(db => db.Postings.Where(posting => posting.Order == lost).ExecuteDeleteAsync());
        await using var reconciling = await LedgerService.StartAsync(
            shipperDatabase,
            messaging,
            service: "shipper",
            add: (builder, _) => builder.AddReconciler<SentShipments>(),
            settings: new Dictionary<string, string?>
            {
                ["services:harbour:http:0"] = harbour.Address,
                ["ServiceDefaults:Reconcile:Interval"] = "00:00:00.3",
                ["ServiceDefaults:Reconcile:Pause"] = "00:00:05",
            }
        );

        await Eventually.GetAsync(() => harbour.PostingsAsync(lost), count => count == 1, "the lost shipment");
        (await harbour.WithDbAsync(db => db.Postings.CountAsync())).ShouldBe(5);
    }
}
