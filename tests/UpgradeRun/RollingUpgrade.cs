using System.Globalization;
using System.Net.Http.Json;
using NewsEducator.EndToEnd.Tests;
using NewsEducator.FaultRun;
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
    public static async Task<List<string>> RunAsync(ProductVersion former)
    {
        var progress = new Progress();
        var samples = Directory.CreateTempSubdirectory("newseducator-samples-");
        var data = Directory.CreateTempSubdirectory("newseducator-upgrade-");
        try
        {
            var served = GeneratedDay.Write(samples.FullName, Items);
            await using var cluster = await Cluster.StartAsync(data.FullName, former, samples.FullName);
            return await new RollingUpgrade(cluster, progress).RunAsync(former, served);
        }
        finally
        {
            samples.Delete(recursive: true);
            data.Delete(recursive: true);
        }
    }

    private async Task<List<string>> RunAsync(ProductVersion former, IReadOnlyList<string> served)
    {
        await cluster.MigrateAsync(former);
        await Task.WhenAll(RunningProduct.Services.Select(service => cluster.AddAsync(former, service)));
        await Task.WhenAll(RunningProduct.Services.Select(service => cluster.AddAsync(former, service)));
        progress.Say($"two replicas of each service of {former.Name} are ready");

        await using var subscriber = await Subscriber.StartAsync(cluster.Product.Endpoints["messaging"]);
        using var desk = new Desk(cluster.AddressOf("review"), cluster.Product.Token);
        var load = new DeskLoad(desk);
        await load.PublishedAsync(await load.ReleaseAsync(await load.DecideAsync()));
        await LeaveWorkAsync(load);

        using var upgraded = new CancellationTokenSource();
        var work = load.WorkAsync(upgraded.Token);
        await ReplaceAsync();
        await upgraded.CancelAsync();
        await work;
        return await SettleAsync(subscriber, load, served);
    }

    /// <summary>The former version collects, and releases a pack that it cannot send.</summary>
    private async Task LeaveWorkAsync(DeskLoad load)
    {
        var decided = await load.DecideAsync();
        using (var collector = cluster.Product.Client("collector"))
        {
            using var polled = await collector.PostAsJsonAsync("/api/sources/poll", new { });
            polled.EnsureSuccessStatusCode();
        }

        var databases = new Databases(cluster.Product);
        await Eventually.GetAsync(
            () => databases.CountAsync("collectordb", "SELECT count(*) FROM items WHERE state = 'Collected'"),
            count => count > 20,
            "items",
            seconds: 300
        );
        await cluster.WithoutBrokerAsync(async () =>
        {
            await load.ReleaseAsync(decided);
            progress.Say($"the broker is away; {await Progress.UnsentAsync(databases)} messages wait in the outboxes");
        });
    }

    private async Task ReplaceAsync()
    {
        await cluster.WriteSecretsAsync(ProductVersion.Present);
        await cluster.MigrateAsync(ProductVersion.Present);
        var waiting = await Queues.NotEmptyAsync(cluster.Product.Endpoints["messaging-admin"]);
        progress.Say($"the databases are migrated; in the queues of the former version: {string.Join(", ", waiting.DefaultIfEmpty("nothing"))}");
        foreach (var service in RunningProduct.Services)
        {
            foreach (var which in (string[])["first", "second"])
            {
                await cluster.AddAsync(ProductVersion.Present, service);
                var stop = await cluster.RemoveOldestAsync(service);
                progress.Say(FormattableString.Invariant($"the {which} {service} is replaced; the former one stopped in {stop.TotalSeconds:0.0} s"));
                if (stop > LongestStop)
                {
                    _violations.Add(FormattableString.Invariant($"the {which} {service} took {stop.TotalSeconds:0.0} s to stop"));
                }
            }
        }
    }

    private async Task<List<string>> SettleAsync(Subscriber subscriber, DeskLoad load, IReadOnlyList<string> served)
    {
        var oracle = new Oracle(cluster.Product);
        await oracle.CollectedAsync(served, seconds: 1800);
        progress.Say("every served item is collected or dropped for a reason");
        await load.PublishedAsync(await load.ReleaseAsync(await load.DecideTodayAsync()));
        await oracle.WaitUntilIdleAsync(1800);
        progress.Say($"everything has come to rest: {served.Count} items, {load.Packs} packs published, {load.Decisions} decisions");
        return
        [
            .. _violations,
            .. await oracle.ViolationsAsync(subscriber),
            .. await oracle.MissingAsync(served),
            .. await load.ChangedAsync(new Databases(cluster.Product)),
        ];
    }
}
