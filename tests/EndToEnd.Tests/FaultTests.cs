using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using NewsEducator.Testing;
using Shouldly;
using Xunit;

namespace NewsEducator.EndToEnd.Tests;

/// <summary>Whatever is killed, whenever: nothing is lost, doubled or published unasked.</summary>
/// <remarks>NEWSEDUCATOR_FAULT_PACKS sets how many packs go through (1); a hundred is the long run.</remarks>
public sealed class FaultTests
{
    private static readonly int Days = int.TryParse(Environment.GetEnvironmentVariable("NEWSEDUCATOR_FAULT_PACKS"), out var wanted) ? wanted : 1;
    private static readonly string[] Services = ["collector", "summarizer", "compliance", "review", "publisher"];

    [Fact]
    public async Task Killed_services_and_servers_lose_and_double_nothing()
    {
        await using var run = await AppHostRun.StartAsync("--demo");
        await using var subscriber = await Subscriber.StartAsync(run.Endpoints["messaging"]);
        using var desk = new Desk(run.Endpoints["review"], run.Token);
        var oracle = new Oracle(run);
        var dates = Enumerable.Range(1, Days).Select(day => new DateOnly(2026, 4, 1).AddDays(day).ToString("O", CultureInfo.InvariantCulture)).ToList();
        var acknowledged = new Dictionary<string, string>();

        var atImport = Gremlin.Release(run, Services, seed: 1);
        await using (atImport)
        {
            foreach (var date in dates)
            {
                var file = await Packs.ReadAsync("page-pack", date);
                await InsistAsync(() => desk.ImportAsync(file));
            }
        }

        run.Kill("messaging");
        await oracle.WaitUntilIdleAsync(180);
        run.Kill("postgres");

        var atReview = Gremlin.Release(run, Services, seed: 2);
        await using (atReview)
        {
            foreach (var date in dates)
            {
                var pack = await InsistAsync(() => desk.GetPackAsync(date), pack => pack["candidates"]!.AsArray().All(each => each!["verdict"] is not null));
                await DecideAsync(desk, pack, acknowledged);
                await InsistAsync(() => desk.ReleaseAsync(date), pack => pack["publishedAt"] is not null);
            }

            var today = (string)(await InsistAsync(desk.CutAsync))["date"]!;
            await DecideAsync(desk, await InsistAsync(() => desk.GetPackAsync(today)), acknowledged);
            await InsistAsync(() => desk.ReleaseAsync(today), pack => pack["publishedAt"] is not null);
        }

        await oracle.WaitUntilIdleAsync(180);
        (await oracle.ViolationsAsync(subscriber)).ShouldBeEmpty();
        Math.Min(atImport.Kills, atReview.Kills).ShouldBeGreaterThan(0, "else it was an ordinary day");
        var kept = (await new Databases(run).RowsAsync("reviewdb", "SELECT id, choice FROM candidates WHERE choice IS NOT NULL")).ToHashSet();
        acknowledged.Count.ShouldBeGreaterThan(Days);
        acknowledged.Select(decision => $"{decision.Key}|{decision.Value}").ShouldAllBe(decision => kept.Contains(decision));
        await SeesWhatIsPlantedAsync(run, oracle, subscriber);
    }

    /// <summary>After this the day is spoilt: what the oracle says that it did not see, it would have seen.</summary>
    private static async Task SeesWhatIsPlantedAsync(RunningProduct run, Oracle oracle, Subscriber subscriber)
    {
        var databases = new Databases(run);
        // The history's own guard has to be taken away first.
        await databases.RowsAsync("reviewdb", "ALTER TABLE history DISABLE TRIGGER ALL");
        await databases.RowsAsync("reviewdb", "DELETE FROM history WHERE id = (SELECT min(id) FROM history WHERE after = 'Approve')");
        await databases.RowsAsync("reviewdb", "DELETE FROM candidates WHERE id = (SELECT id FROM candidates WHERE state = 'Approved' AND submission IS NULL LIMIT 1)");
        await databases.RowsAsync("reviewdb", "UPDATE candidates SET state = 'Skipped' WHERE id = (SELECT id FROM candidates WHERE state = 'Approved' LIMIT 1)");
        await databases.RowsAsync("reviewdb", "UPDATE candidates SET state = 'Merged' WHERE id = (SELECT id FROM candidates WHERE state = 'Skipped' LIMIT 1)");
        await databases.RowsAsync("reviewdb", "UPDATE candidates SET state = 'Waiting', event_id = pack_id WHERE id IN (SELECT id FROM candidates WHERE state = 'Skipped' AND pack_id = (SELECT pack_id FROM candidates WHERE state = 'Skipped' GROUP BY pack_id HAVING count(*) > 1 LIMIT 1) LIMIT 2)");
        await databases.RowsAsync("reviewdb", "DELETE FROM audit WHERE item_id = (SELECT item_id FROM audit LIMIT 1)");
        await databases.RowsAsync("publisherdb", "INSERT INTO digests (date, pack_id, revision, published_at) VALUES ('2020-01-01', gen_random_uuid(), 1, now())");
        await File.WriteAllTextAsync(Path.Combine(run.Data, "notes", ".half.tmp"), "half");

        var found = await oracle.ViolationsAsync(subscriber);

        string[] expected = ["published without an approval", "in a digest, but not approved", "dropped, but not in the audit", "collected, but no candidate", "never announced: 2020-01-01", "left over", "merged, but into none", "two candidates wait for one event"];
        expected.ShouldAllBe(text => found.Any(violation => violation.StartsWith(text, StringComparison.Ordinal)), string.Join('\n', found));
    }

    private static async Task DecideAsync(Desk desk, JsonNode pack, Dictionary<string, string> acknowledged)
    {
        foreach (var (index, candidate) in pack["candidates"]!.AsArray().Index())
        {
            var (id, choice, stored) = ((string)candidate!["id"]!, index % 2 == 0 ? "approve" : "skip", index % 2 == 0 ? "Approve" : "Skip");
            await InsistAsync(() => desk.DecideAsync(id, choice));
            acknowledged[id] = stored;
        }
    }

    /// <summary>As a patient person does: tries again while the service is away, and gives up on a real refusal.</summary>
    private static Task<JsonNode> InsistAsync(Func<Task<JsonNode>> call, Func<JsonNode, bool>? isReady = null) => Eventually.GetAsync(
        async () =>
        {
            try
            {
                return await call();
            }
            catch (HttpRequestException refused) when (refused.StatusCode is { } status and not HttpStatusCode.InternalServerError and not HttpStatusCode.ServiceUnavailable)
            {
                throw new InvalidOperationException(refused.Message, refused);
            }
        },
        isReady ?? (_ => true),
        "an answer",
        seconds: 120);
}
