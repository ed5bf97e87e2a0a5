using System.Text.Json.Nodes;
using NewsEducator.Testing;

namespace NewsEducator.EndToEnd.Tests;

/// <summary>Each service and each server is ended once while a pack comes in, and once more while it is decided and released: nothing is
/// lost, doubled or published unasked. <c>FaultRun</c> does so for an hour. It spoils the day, so it comes last.</summary>
[Collection(DemoDayCollection.Name)]
public sealed class FaultTests(DemoDay day)
{
    private const int RestPatience = 300;

    [Fact]
    public async Task Killed_services_and_servers_lose_and_double_nothing()
    {
        var (run, desk, oracle) = (day.Run, day.Desk, day.Oracle);
        const string date = "2026-04-02";
        var file = await Packs.ReadAsync("event-pack", date);
        var acknowledged = new Acknowledged();

        await Task.WhenAll(Gremlin.EndEachAsync(run, RunningProduct.Services), RetryUntilReady.Async(() => desk.ImportAsync(file)));
        run.Kill("messaging");
        await oracle.WaitUntilIdleAsync(RestPatience);
        run.Kill("postgres");
        await Task.WhenAll(Gremlin.EndEachAsync(run, RunningProduct.Services), ReviewAsync(desk, date, acknowledged));

        await oracle.WaitUntilIdleAsync(RestPatience);
        (await oracle.ViolationsAsync(day.Subscriber)).ShouldBeEmpty();
        acknowledged.Count.ShouldBeGreaterThan(1);
        (await acknowledged.ChangedAsync(new Databases(run))).ShouldBeEmpty();
        await SeesWhatIsPlantedAsync(run, oracle, day.Subscriber);
    }

    private static async Task ReviewAsync(Desk desk, string date, Acknowledged acknowledged)
    {
        var pack = await RetryUntilReady.Async(
            () => desk.GetPackAsync(date),
            pack => pack["candidates"]!.AsArray().All(each => each!["verdict"] is not null)
        );
        await acknowledged.DecideAsync(desk, pack);
        await RetryUntilReady.Async(() => desk.ReleaseAsync(date), released => released["publishedAt"] is not null);
        await ReviewTodayAsync(desk, acknowledged);
    }

    /// <summary>Where no test before did.</summary>
    private static async Task ReviewTodayAsync(Desk desk, Acknowledged acknowledged)
    {
        var today = await RetryUntilReady.Async(desk.CutAsync);
        if (today["publishedAt"] is not null)
        {
            return;
        }

        var date = (string)today["date"]!;
        await acknowledged.DecideAsync(desk, today);
        await RetryUntilReady.Async(() => desk.ReleaseAsync(date), released => released["publishedAt"] is not null);
    }

    /// <summary>After this the day is spoilt: what the oracle says that it did not see, it would have seen.</summary>
    private static async Task SeesWhatIsPlantedAsync(RunningProduct run, Oracle oracle, Subscriber subscriber)
    {
        var databases = new Databases(run);
        // The history's own guard has to be taken away first.
        await databases.RowsAsync("reviewdb", "ALTER TABLE history DISABLE TRIGGER ALL");
        await databases.RowsAsync("reviewdb", "DELETE FROM history WHERE id = (SELECT min(id) FROM history WHERE after = 'Approve')");
        await databases.RowsAsync(
            "reviewdb",
            "DELETE FROM candidates WHERE id = (SELECT id FROM candidates WHERE state = 'Approved' AND submission IS NULL LIMIT 1)"
        );
        await databases.RowsAsync(
            "reviewdb",
            "UPDATE candidates SET state = 'Skipped' WHERE id = (SELECT id FROM candidates WHERE state = 'Approved' LIMIT 1)"
        );
        await databases.RowsAsync(
            "reviewdb",
            "UPDATE candidates SET state = 'Merged' WHERE id = (SELECT id FROM candidates WHERE state = 'Skipped' LIMIT 1)"
        );
        await databases.RowsAsync(
            "reviewdb",
            "UPDATE candidates SET state = 'Waiting', event_id = pack_id WHERE id IN (SELECT id FROM candidates WHERE state IN ('Skipped', 'Expired') AND pack_id = (SELECT pack_id FROM candidates WHERE state IN ('Skipped', 'Expired') GROUP BY pack_id HAVING count(*) > 1 LIMIT 1) LIMIT 2)"
        );
        await databases.RowsAsync("reviewdb", "DELETE FROM audit WHERE item_id = (SELECT item_id FROM audit LIMIT 1)");
        await databases.RowsAsync(
            "publisherdb",
            "INSERT INTO digests (date, pack_id, revision, published_at) VALUES ('2020-01-01', gen_random_uuid(), 1, now())"
        );
        await File.WriteAllTextAsync(Path.Combine(run.Data, "notes", ".half.tmp"), "half");

        var found = await oracle.ViolationsAsync(subscriber);

        string[] expected =
        [
            "published without an approval",
            "in a digest, but not approved",
            "dropped, but not in the audit",
            "collected, but no candidate",
            "never announced: 2020-01-01",
            "left over",
            "merged, but into none",
            "two candidates wait for one event",
        ];
        expected.ShouldAllBe(
            text => found.Any(violation => violation.StartsWith(text, StringComparison.Ordinal)),
            string.Join('\n', found)
        );
    }
}
