using System.Net.Http.Json;
using System.Text.Json.Nodes;
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
        Cluster.WithAsync(former, (cluster, progress) => new StoppedUpgrade(cluster, progress).RunAgainstAsync(former));

    private async Task<List<string>> RunAgainstAsync(ProductVersion former)
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
        var (served, released) = await LeaveWorkAsync(load);

        await cluster.WriteSecretsAsync(ProductVersion.Present);
        await cluster.MigrateAsync(ProductVersion.Present);
        await cluster.AddEachAsync(ProductVersion.Present);
        await cluster.AddEachAsync(ProductVersion.Present);
        progress.Say("two replicas of each service of the present version are ready");
        await load.PublishedAsync(released);
        progress.Say("what the former version released is published");
        await DiscardUnsignedAsync();
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

    /// <returns>What is on its way, and the date of a pack that is released and not published.</returns>
    private async Task<(IReadOnlyList<string> Served, string Released)> LeaveWorkAsync(DeskLoad load)
    {
        var decided = await load.DecideAsync();
        await StopAsync("publisher");
        await load.ReleaseAsync(decided);
        var served = await cluster.CollectAsync(Items);
        await Eventually.GetAsync(cluster.UnsentAsync, unsent => unsent > 0, "messages that wait", seconds: 300);
        await Task.WhenAll(RunningProduct.Services.Where(service => service != "publisher").Select(StopAsync));
        progress.Say($"all have stopped; {await cluster.UnsentAsync()} messages wait in the outboxes");
        return (served, decided);
    }

    /// <summary>Review sent them again, signed; the operator does what docs/upgrading.md says.</summary>
    private async Task DiscardUnsignedAsync()
    {
        using var publisher = cluster.Product.Client("publisher");
        var groups = (await publisher.GetFromJsonAsync<JsonNode>("/api/dead-letters?by=fingerprint"))!["items"]!.AsArray();
        foreach (var group in groups.Where(group => ((string)group!["reason"]!).Contains("it has no signature", StringComparison.Ordinal)))
        {
            var discard = new { fingerprint = (string)group!["fingerprint"]!, reason = "sent again, signed" };
            using var answer = await publisher.PostAsJsonAsync("/api/dead-letters/discard", discard);
            progress.Say($"unsigned messages are discarded: {await answer.Content.ReadAsStringAsync()}");
        }
    }

    private async Task StopAsync(string service)
    {
        await cluster.RemoveOldestAsync(service);
        await cluster.RemoveOldestAsync(service);
    }
}
