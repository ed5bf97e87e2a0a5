using NewsEducator.EndToEnd.Tests;

namespace NewsEducator.UpgradeRun;

/// <summary>How a run of an upgrade ends.</summary>
internal static class Settling
{
    /// <summary>Waits until everything has come to rest, publishes today's pack, and asks the oracle.</summary>
    public static async Task<List<string>> SettleAsync(
        this Cluster cluster,
        Subscriber subscriber,
        DeskLoad load,
        IReadOnlyList<string> served,
        Progress progress
    )
    {
        var oracle = new Oracle(cluster.Product);
        await cluster.PolledAsync();
        await oracle.CollectedAsync(served, seconds: 1800);
        progress.Say("every served item is collected or dropped for a reason");
        await load.PublishedAsync(await load.ReleaseAsync(await load.DecideTodayAsync()));
        await oracle.WaitUntilIdleAsync(1800);
        progress.Say($"everything has come to rest: {served.Count} items, {load.Packs} packs published, {load.Decisions} decisions");
        return
        [
            .. await oracle.ViolationsAsync(subscriber),
            .. await oracle.MissingAsync(served),
            .. await load.ChangedAsync(new Databases(cluster.Product)),
        ];
    }
}
