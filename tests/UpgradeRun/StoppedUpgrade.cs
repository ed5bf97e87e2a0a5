using NewsEducator.EndToEnd.Tests;
using NewsEducator.Testing;
using RabbitMQ.Client;

namespace NewsEducator.UpgradeRun;

/// <summary>
/// An earlier version is stopped while items are on their way and a release has not reached the Publisher; then the databases are
/// migrated, and the present version starts.
/// </summary>
internal sealed class StoppedUpgrade(Cluster cluster, Progress progress)
{
    private const int Items = 100;

    /// <returns>Every violation, in words; empty where all holds.</returns>
    public static Task<List<string>> RunAsync(ProductVersion former) =>
        Cluster.WithAsync(former, Items, (cluster, progress, served) => new StoppedUpgrade(cluster, progress).RunAsync(former, served));

    private async Task<List<string>> RunAsync(ProductVersion former, IReadOnlyList<string> served)
    {
        await cluster.MigrateAsync(former);
        await cluster.AddEachAsync(former);
        await cluster.AddEachAsync(former);
        progress.Say($"two replicas of each service of {former.Name} are ready");

        await DeclareEventsAsync();
        await using var subscriber = await Subscriber.StartAsync(cluster.Product.Endpoints["messaging"]);
        using var desk = new Desk(cluster.AddressOf("review"), cluster.Product.Token);
        var load = new DeskLoad(desk);
        await load.PublishedAsync(await load.ReleaseAsync(await load.DecideAsync()));
        var released = await LeaveWorkAsync(load);

        await cluster.WriteSecretsAsync(ProductVersion.Present);
        await cluster.MigrateAsync(ProductVersion.Present);
        await cluster.AddEachAsync(ProductVersion.Present);
        await cluster.AddEachAsync(ProductVersion.Present);
        progress.Say("two replicas of each service of the present version are ready");
        await load.PublishedAsync(released);
        progress.Say("what the former version released is published");
        return await cluster.SettleAsync(subscriber, load, served, progress);
    }

    /// <summary>The Publisher declared its exchange with the first event, and subscribers did it before.</summary>
    private async Task DeclareEventsAsync()
    {
        var factory = new ConnectionFactory { Uri = cluster.Product.Endpoints["messaging-admin"] };
        await using var connection = await factory.CreateConnectionAsync();
        await using var channel = await connection.CreateChannelAsync();
        await channel.ExchangeDeclareAsync("news-educator.digests", ExchangeType.Topic, durable: true);
    }

    /// <returns>The date of a pack that is released and not published.</returns>
    private async Task<string> LeaveWorkAsync(DeskLoad load)
    {
        var decided = await load.DecideAsync();
        await StopAsync("publisher");
        await load.ReleaseAsync(decided);
        await cluster.PollAsync();
        await Task.WhenAll(RunningProduct.Services.Where(service => service != "publisher").Select(StopAsync));
        progress.Say($"all have stopped; {await cluster.UnsentAsync()} messages wait in the outboxes");
        return decided;
    }

    private async Task StopAsync(string service)
    {
        await cluster.RemoveOldestAsync(service);
        await cluster.RemoveOldestAsync(service);
    }
}
