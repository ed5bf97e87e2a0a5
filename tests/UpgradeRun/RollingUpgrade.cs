using System.Globalization;
using NewsEducator.EndToEnd.Tests;
using NewsEducator.Testing;

namespace NewsEducator.UpgradeRun;

/// <summary>
/// Two replicas of each service of an earlier version, with work in hand, are replaced one by one by the present version. The migrations
/// run first, as in a rollout; a new replica is ready before an old one is asked to stop. Producers come first, so that each new message
/// meets consumers of both versions.
/// </summary>
internal sealed class RollingUpgrade(Cluster cluster, Progress progress)
{
    private static readonly int Items = int.TryParse(
        Environment.GetEnvironmentVariable("NEWSEDUCATOR_UPGRADE_ITEMS"),
        CultureInfo.InvariantCulture,
        out var wanted
    )
        ? wanted
        : 600;
    private static readonly TimeSpan LongestStop = TimeSpan.FromSeconds(10);
    private readonly List<string> _violations = [];

    /// <returns>Every violation, in words; empty where all holds.</returns>
    public static Task<List<string>> RunAsync(ProductVersion former) =>
        Cluster.WithAsync(former, (cluster, progress) => new RollingUpgrade(cluster, progress).RunAgainstAsync(former));

    private async Task<List<string>> RunAgainstAsync(ProductVersion former)
    {
        await cluster.MigrateAsync(former);
        await cluster.AddEachAsync(former);
        await cluster.AddEachAsync(former);
        progress.Say($"two replicas of each service of {former.Name} are ready");

        await using var subscriber = await Subscriber.StartAsync(cluster.Product.Endpoints["messaging"]);
        using var desk = new Desk(cluster.AddressOf("review"), cluster.Product.Token);
        var load = new DeskLoad(desk);
        await load.PublishedAsync(await load.ReleaseAsync(await load.DecideAsync()));
        await cluster.WriteSecretsAsync(ProductVersion.Present);
        await cluster.MigrateAsync(ProductVersion.Present);
        progress.Say("the databases are migrated, and the former version works on");
        var served = await LeaveWorkAsync(load);

        using var upgraded = new CancellationTokenSource();
        var work = load.WorkAsync(upgraded.Token);
        await ReplaceAsync();
        await upgraded.CancelAsync();
        await work;
        return [.. _violations, .. await cluster.SettleAsync(subscriber, load, served, progress)];
    }

    /// <summary>The former version collects, and releases a pack that it cannot send.</summary>
    private async Task<IReadOnlyList<string>> LeaveWorkAsync(DeskLoad load)
    {
        var decided = await load.DecideAsync();
        var served = await cluster.CollectAsync(Items);
        await cluster.WithoutBrokerAsync(async () =>
        {
            await load.ReleaseAsync(decided);
            await Eventually.GetAsync(cluster.UnsentAsync, unsent => unsent > 50, "messages that cannot be sent", seconds: 300);
            progress.Say($"the broker is away; {await cluster.UnsentAsync()} messages wait in the outboxes");
        });
        var waiting = await Queues.NotEmptyAsync(cluster.Product.Endpoints["messaging-admin"]);
        progress.Say(
            $"the broker is back; {await cluster.UnsentAsync()} messages wait in the outboxes; queues: {string.Join(", ", waiting.DefaultIfEmpty("empty"))}"
        );
        return served;
    }

    private async Task ReplaceAsync()
    {
        foreach (var service in RunningProduct.Services)
        {
            foreach (var which in (string[])["first", "second"])
            {
                await cluster.AddAsync(ProductVersion.Present, service);
                var stop = await cluster.RemoveOldestAsync(service);
                progress.Say(
                    FormattableString.Invariant(
                        $"the {which} {service} is replaced; the former one stopped in {stop.TotalSeconds:0.0} s; unsent: {await cluster.UnsentAsync()}"
                    )
                );
                if (stop > LongestStop)
                {
                    _violations.Add(FormattableString.Invariant($"the {which} {service} took {stop.TotalSeconds:0.0} s to stop"));
                }
            }
        }
    }
}
