using System.Globalization;
using System.Net.Http.Json;
using NewsEducator.EndToEnd.Tests;
using NewsEducator.Testing;

namespace NewsEducator.FaultRun;

/// <summary>
/// The long fault run: thousands of items, two replicas of each service, kills, a frozen replica, broker and database away for longer
/// than any retry, a full and a read-only vault, one consumer crashing thirty times in a row. Afterwards nothing is lost or doubled,
/// nobody's decision is changed, and one redrive empties the dead letters.
/// </summary>
/// <remarks>docs/tests.md has the command. NEWSEDUCATOR_FAULT_ITEMS (2,000), …_KILLS (60), …_CRASHES (30), …_AWAY (180 s).</remarks>
internal sealed class FaultRun : IDisposable
{
    private static readonly int Items = Setting("ITEMS", 2000);
    private static readonly int Kills = Setting("KILLS", 60);
    private static readonly int Crashes = Setting("CRASHES", 30);
    private static readonly TimeSpan Away = TimeSpan.FromSeconds(Setting("AWAY", 180));
    private static readonly TimeSpan Frozen = TimeSpan.FromSeconds(60);
    private const int LastLines = 80;
    private readonly long _start = TimeProvider.System.GetTimestamp();
    private readonly string _samples = Directory.CreateTempSubdirectory("newseducator-samples-").FullName;
    private readonly string _data = Directory.CreateTempSubdirectory("newseducator-fault-").FullName;
    private readonly Acknowledged _acknowledged = new();

    /// <returns>Every violation, in words; empty where all holds.</returns>
    public async Task<List<string>> RunAsync()
    {
        var served = GeneratedDay.Write(_samples, Items);
        Environment.SetEnvironmentVariable("Samples__Folder", _samples);
        // What is killed is asked for again: more than GitHub grants a person, whose host would then rest for an hour.
        Environment.SetEnvironmentVariable("Samples__RequestsAnHour", "100000");
        using var vault = VaultDisk.Mount(Path.Combine(_data, "notes"));
        await using var run = await AppHostRun.StartOnAsync(_data, "--demo");
        await using var subscriber = await Subscriber.StartAsync(run.Endpoints["messaging"]);
        using var desk = new Desk(run.Endpoints["review"], run.Token);
        var replicas = RunningProduct.Services.ToDictionary(service => service, service => SecondReplica.Of(run, service));
        Say(
            $"ready with two replicas of each service; the vault {(vault is null ? "cannot be mounted: its faults are left out" : "has a disk of its own")}"
        );

        try
        {
            await CollectAsync(run, replicas);
            await ReviewAsync(run, desk, vault);
            return await SettleAsync(run, subscriber, served);
        }
        catch
        {
            Console.WriteLine($"The AppHost said last:\n{string.Join('\n', run.Lines.TakeLast(LastLines))}");
            throw;
        }
        finally
        {
            await Task.WhenAll(replicas.Values.Select(replica => replica.DisposeAsync().AsTask()));
        }
    }

    public void Dispose()
    {
        Environment.SetEnvironmentVariable("Samples__Folder", null);
        Environment.SetEnvironmentVariable("Samples__RequestsAnHour", null);
        Directory.Delete(_samples, recursive: true);
        Directory.Delete(_data, recursive: true);
    }

    private async Task CollectAsync(RunningProduct run, Dictionary<string, SecondReplica> replicas)
    {
        await using (var gremlin = Gremlin.Release(run, RunningProduct.Services, seed: 1))
        {
            replicas["compliance"].Signal("STOP");
            await Task.Delay(Frozen, TimeProvider.System);
            replicas["compliance"].Signal("CONT");
            Say($"a replica of Compliance was frozen for {Frozen.TotalSeconds:0} s");
            await KilledAsync(gremlin, Kills / 2);
            Say($"{gremlin.Kills} kills while items were collected");
        }

        foreach (var server in (string[])["messaging", "postgres"])
        {
            await KeepAwayAsync(run, server);
            Say($"{server} was away for {Away.TotalSeconds:0} s");
        }

        for (var crash = 0; crash < Crashes; crash++)
        {
            await UpAsync(replicas["summarizer"]);
            replicas["summarizer"].Signal("KILL");
        }

        Say($"a Summarizer crashed {Crashes} times in a row");
    }

    private async Task ReviewAsync(RunningProduct run, Desk desk, VaultDisk? vault)
    {
        await using var gremlin = Gremlin.Release(run, RunningProduct.Services, seed: 2);
        foreach (var (index, date) in Enumerable.Range(1, 6).Select(day => new DateOnly(2026, 4, 1).AddDays(day)).Index())
        {
            var name = date.ToString("O", CultureInfo.InvariantCulture);
            await RetryUntilReady.Async(async () => await desk.ImportAsync(await Packs.ReadAsync("page-pack", name)));
            var pack = await RetryUntilReady.Async(
                () => desk.GetPackAsync(name),
                pack => pack["candidates"]!.AsArray().All(each => each!["verdict"] is not null)
            );
            Break(vault, index);
            await _acknowledged.DecideAsync(desk, pack);
            await RetryUntilReady.Async(() => desk.ReleaseAsync(name), released => released["releasedAt"] is not null);
            await Task.Delay(TimeSpan.FromSeconds(10), TimeProvider.System);
            Mend(vault, index);
            await RetryUntilReady.Async(() => desk.GetPackAsync(name), released => released["publishedAt"] is not null);
        }

        Say("six packs were imported, decided and released, two with a full vault and two with a read-only one");
        var today = (string)(await RetryUntilReady.Async(desk.CutAsync))["date"]!;
        await _acknowledged.DecideAsync(desk, await RetryUntilReady.Async(() => desk.GetPackAsync(today)));
        await RetryUntilReady.Async(() => desk.ReleaseAsync(today), released => released["publishedAt"] is not null);
        await KilledAsync(gremlin, Kills - (Kills / 2));
        Say($"today's pack was cut, decided and released; {gremlin.Kills} kills");
    }

    private async Task<List<string>> SettleAsync(RunningProduct run, Subscriber subscriber, IReadOnlyList<string> served)
    {
        var oracle = new Oracle(run);
        await oracle.CollectedAsync(served, seconds: 1800);
        Say("every served item is collected or dropped for a reason");
        foreach (var service in RunningProduct.Services)
        {
            await HealthyAsync(run.Endpoints[service]);
            using var http = run.Client(service);
            using var answer = await http.PostAsJsonAsync("/api/dead-letters/redrive", new { });
            Say($"{service} redrives {await answer.Content.ReadAsStringAsync()}");
        }

        await oracle.WaitUntilIdleAsync(1800);
        Say("everything has come to rest");
        Say($"{served.Count} items were served and {_acknowledged.Count} decisions were taken");
        return
        [
            .. await oracle.ViolationsAsync(subscriber),
            .. await oracle.MissingAsync(served),
            .. await _acknowledged.ChangedAsync(new Databases(run)),
        ];
    }

    private static void Break(VaultDisk? vault, int pack)
    {
        switch (pack % 3)
        {
            case 1:
                vault?.Fill();
                break;
            case 2:
                vault?.MakeReadOnly();
                break;
        }
    }

    private static void Mend(VaultDisk? vault, int pack)
    {
        switch (pack % 3)
        {
            case 1:
                vault?.Empty();
                break;
            case 2:
                vault?.MakeWritable();
                break;
        }
    }

    /// <summary>Ends the server each time that the AppHost has started it again.</summary>
    private static async Task KeepAwayAsync(RunningProduct run, string server)
    {
        var start = TimeProvider.System.GetTimestamp();
        while (TimeProvider.System.GetElapsedTime(start) < Away)
        {
            if (run.ProcessOf(server) is { } process)
            {
                Processes.Signal(process, "KILL");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(300), TimeProvider.System);
        }
    }

    private static Task<int> KilledAsync(Gremlin gremlin, int kills) =>
        Eventually.GetAsync(() => Task.FromResult(gremlin.Kills), count => count >= kills, $"{kills} kills", seconds: 1800);

    private static async Task UpAsync(SecondReplica replica)
    {
        try
        {
            await HealthyAsync(replica.Address);
        }
        catch (TimeoutException)
        {
            Console.WriteLine($"It printed last:\n{replica.LastLines}");
            throw;
        }
    }

    private static Task<bool> HealthyAsync(Uri service) =>
        Eventually.GetAsync(() => Health.IsGoodAsync(service), isGood => isGood, $"{service} to be healthy", seconds: 300);

    private void Say(string what) =>
        Console.WriteLine(FormattableString.Invariant($"{TimeProvider.System.GetElapsedTime(_start):hh\\:mm\\:ss} {what}"));

    private static int Setting(string name, int usual) =>
        int.TryParse(Environment.GetEnvironmentVariable($"NEWSEDUCATOR_FAULT_{name}"), out var wanted) ? wanted : usual;
}
