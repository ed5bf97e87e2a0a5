using NewsEducator.Testing;

namespace NewsEducator.EndToEnd.Tests;

/// <summary>The invariants that hold after every day and every fault, asked of databases, broker and files.</summary>
internal sealed class Oracle(RunningProduct run)
{
    private readonly Databases _databases = new(run);

    /// <summary>Waits until nothing moves any more: outboxes and queues are empty and every item has passed on.</summary>
    public Task WaitUntilIdleAsync(int seconds = 120) =>
        Eventually.GetAsync(MovingAsync, moving => moving.Count == 0, "everything to come to rest", seconds);

    /// <returns>Every violation, in words; empty where all holds.</returns>
    public async Task<List<string>> ViolationsAsync(Subscriber subscriber)
    {
        var found = new List<string>();
        found.AddRange((await MovingAsync()).Select(moving => $"not idle: {moving}"));
        found.AddRange(await ItemsAsync());
        found.AddRange(await ApprovalsAsync());
        found.AddRange(await DigestsAsync());
        found.AddRange(await EventsAsync(subscriber));
        found.AddRange(Files());
        return found;
    }

    /// <summary>Waits until each of these addresses has arrived where it should.</summary>
    public Task CollectedAsync(IReadOnlyCollection<string> served, int seconds) =>
        Eventually.GetAsync(() => MissingAsync(served), missing => missing.Count == 0, "all that was served to arrive", seconds);

    /// <returns>Each of these addresses that the Collector does not have, or has not passed on or explained.</returns>
    /// <param name="served">What the sources served, as it was served: nothing of ours is asked what there was.</param>
    public async Task<List<string>> MissingAsync(IEnumerable<string> served)
    {
        var items = (await _databases.RowsAsync("collectordb", "SELECT url, id, state, coalesce(reason, $$$$) FROM items"))
            .Select(row => row.Split('|'))
            .ToDictionary(row => row[0], row => (Id: row[1], State: row[2], Reason: row[3]));
        var candidates = (await _databases.RowsAsync("reviewdb", "SELECT id FROM candidates")).ToHashSet();
        return
        [
            .. served.Where(url => !items.ContainsKey(url)).Select(url => $"served, but not collected: {url}"),
            .. served
                .Where(url => items.TryGetValue(url, out var item) && item.State == "Collected" && !candidates.Contains(item.Id))
                .Select(url => $"served and collected, but no candidate: {url}"),
            .. served
                .Where(url => items.TryGetValue(url, out var item) && item.State == "Waiting")
                .Select(url => $"served, but not fetched yet: {url}"),
            .. served
                .Where(url => items.TryGetValue(url, out var item) && item.State == "Dropped" && item.Reason.Length == 0)
                .Select(url => $"dropped without a reason: {url}"),
        ];
    }

    private async Task<List<string>> MovingAsync()
    {
        var moving = new List<string>();
        foreach (var database in Databases.All)
        {
            if (await _databases.CountAsync(database, "SELECT count(*) FROM outbox") is > 0 and var rows)
            {
                moving.Add($"outbox of {database}: {rows}");
            }

            if (
                await _databases.CountAsync(database, "SELECT count(*) FROM dead_letters WHERE discarded_at IS NULL") is > 0 and var letters
            )
            {
                moving.Add($"not handled in {database}: {letters}");
            }
        }

        moving.AddRange(await Queues.NotEmptyAsync(run.Endpoints["messaging-admin"]));
        return moving;
    }

    /// <summary>Every collected item is one candidate, every dropped one is in the audit: nothing is lost on the way.</summary>
    private async Task<List<string>> ItemsAsync()
    {
        var found = new List<string>();
        found.AddRange(
            (await _databases.RowsAsync("collectordb", "SELECT url FROM items GROUP BY url HAVING count(*) > 1")).Select(url =>
                $"two items of {url}"
            )
        );
        var collected = await _databases.RowsAsync(
            "collectordb",
            "SELECT id FROM items WHERE state = 'Collected' AND source_id IS NOT NULL"
        );
        var candidates = (await _databases.RowsAsync("reviewdb", "SELECT id FROM candidates")).ToHashSet();
        found.AddRange(collected.Where(id => !candidates.Contains(id)).Select(id => $"collected, but no candidate: {id}"));
        found.AddRange(
            (
                await _databases.RowsAsync(
                    "reviewdb",
                    "SELECT c.id FROM candidates c LEFT JOIN candidates s ON s.id = c.merged_into WHERE c.state = 'Merged' AND coalesce(s.state, 'Merged') = 'Merged'"
                )
            ).Select(id => $"merged, but into none that stands: {id}")
        );
        found.AddRange(
            (
                await _databases.RowsAsync(
                    "reviewdb",
                    "SELECT event_id FROM candidates WHERE state = 'Waiting' AND returned_from IS NULL GROUP BY event_id HAVING count(*) > 1"
                )
            ).Select(id => $"two candidates wait for one event: {id}")
        );
        var dropped = await _databases.RowsAsync("collectordb", "SELECT id FROM items WHERE state = 'Dropped'");
        var audit = (await _databases.RowsAsync("reviewdb", "SELECT item_id FROM audit")).ToHashSet();
        found.AddRange(dropped.Where(id => !audit.Contains(id)).Select(id => $"dropped, but not in the audit: {id}"));
        return found;
    }

    /// <summary>Everything published was approved before, with this very hash, by a named person: in its pack or as a correction.</summary>
    private async Task<List<string>> ApprovalsAsync()
    {
        var published = await _databases.RowsAsync(
            "publisherdb",
            "SELECT i.candidate_id, i.content_hash, d.published_at::text, coalesce(i.corrected_at, d.published_at)::text FROM digest_items i JOIN digests d ON d.date = i.digest_date"
        );
        var found = new List<string>();
        foreach (var row in published.Select(row => row.Split('|')))
        {
            var approvals = await _databases.CountAsync(
                "reviewdb",
                $"SELECT count(*) FROM history WHERE candidate_id = '{row[0]}' AND content_hash = '{row[1]}' AND by <> '' AND (after = 'Approve' AND at < '{row[2]}' OR action = 'Corrected' AND at < '{row[3]}')"
            );
            if (approvals == 0)
            {
                found.Add($"published without an approval of this content: {row[0]}");
            }
        }

        return found;
    }

    /// <summary>Released and approved means in one digest; anything else means in none.</summary>
    private async Task<List<string>> DigestsAsync()
    {
        var released = await _databases.RowsAsync(
            "reviewdb",
            "SELECT c.id FROM candidates c JOIN packs p ON p.id = c.pack_id WHERE p.released_at IS NOT NULL AND c.state = 'Approved' AND p.refused = '{}'"
        );
        var digested = await _databases.RowsAsync("publisherdb", "SELECT candidate_id FROM digest_items");
        var approved = (await _databases.RowsAsync("reviewdb", "SELECT id FROM candidates WHERE state = 'Approved'")).ToHashSet();
        return
        [
            .. released.Except(digested).Select(id => $"approved and released, but in no digest: {id}"),
            .. digested.Where(id => !approved.Contains(id)).Select(id => $"in a digest, but not approved: {id}"),
            .. digested.GroupBy(id => id).Where(group => group.Count() > 1).Select(group => $"in two digests: {group.Key}"),
        ];
    }

    /// <summary>Each digest was announced, under one id.</summary>
    private async Task<List<string>> EventsAsync(Subscriber subscriber)
    {
        var digests = await _databases.RowsAsync("publisherdb", "SELECT to_char(date, 'YYYY-MM-DD') FROM digests");
        var events = subscriber
            .Digests.GroupBy(each => (string)each.Body["date"]!)
            .ToDictionary(group => group.Key, group => group.Select(each => each.Headers["cloudEvents:id"]).Distinct().Count());
        return
        [
            .. digests.Where(date => !events.ContainsKey(date)).Select(date => $"never announced: {date}"),
            .. events.Where(pair => pair.Value > 1).Select(pair => $"announced under {pair.Value} ids: {pair.Key}"),
            .. events.Keys.Except(digests).Select(date => $"announced, but not there: {date}"),
        ];
    }

    /// <summary>No half-written note is left.</summary>
    private IEnumerable<string> Files()
    {
        var notes = Path.Combine(run.Data, "notes");
        return Directory.Exists(notes)
            ? Directory
                .GetFiles(notes, "*.tmp", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 })
                .Select(file => $"left over: {file}")
            : [];
    }
}
