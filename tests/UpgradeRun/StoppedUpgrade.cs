using NewsEducator.EndToEnd.Tests;
using NewsEducator.Testing;

namespace NewsEducator.UpgradeRun;

/// <summary>
/// An earlier version ends while a release is on its way to the Publisher, and the present version starts on its data, as after an
/// upgrade that needs a stop.
/// </summary>
internal static class StoppedUpgrade
{
    /// <returns>Every violation, in words; empty where all holds.</returns>
    public static async Task<List<string>> RunAsync(ProductVersion former)
    {
        var progress = new Progress();
        var data = Directory.CreateTempSubdirectory("newseducator-upgrade-");
        try
        {
            var (decisions, date) = await LeaveWorkAsync(former, data.FullName, progress);
            await using var run = await AppHostRun.StartOnAsync(data.FullName, "--demo");
            progress.Say("the present version is ready");
            await using var subscriber = await Subscriber.StartAsync(run.Endpoints["messaging"]);
            using var desk = new Desk(run.Endpoints["review"], run.Token);
            var load = new DeskLoad(desk);
            await load.PublishedAsync(date);
            progress.Say("what was approved without a signature is published");
            await load.PublishedAsync(await load.ReleaseAsync(await load.DecideTodayAsync()));
            var oracle = new Oracle(run);
            await oracle.WaitUntilIdleAsync(600);
            var databases = new Databases(run);
            return
            [
                .. await oracle.ViolationsAsync(subscriber),
                .. await load.ChangedAsync(databases),
                .. await decisions.ChangedAsync(databases),
            ];
        }
        finally
        {
            data.Delete(recursive: true);
        }
    }

    /// <summary>The Publisher takes no message while a pack is released.</summary>
    private static async Task<(DeskLoad Decisions, string Date)> LeaveWorkAsync(ProductVersion former, string data, Progress progress)
    {
        await using var run = await AppHostRun.StartBuiltAsync(former.AppHost, data, "--demo");
        progress.Say($"{former.Name} is ready");
        using var desk = new Desk(run.Endpoints["review"], run.Token);
        var load = new DeskLoad(desk);
        var decided = await load.DecideAsync();
        Processes.Signal(run.ProcessOf("publisher")!.Value, "STOP");
        await load.ReleaseAsync(decided);
        progress.Say($"a pack is released that nobody publishes; {await Progress.UnsentAsync(new Databases(run))} messages are not sent yet");
        return (load, decided);
    }
}
