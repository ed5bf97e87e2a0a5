using System.Text.Json.Nodes;

namespace NewsEducator.EndToEnd.Tests;

/// <summary>The decisions that the API acknowledged: whatever happened since, they stand.</summary>
internal sealed class Acknowledged
{
    private readonly Dictionary<string, string> _decisions = [];

    public int Count => _decisions.Count;

    /// <summary>Approves and skips by turns, and insists on an answer.</summary>
    public async Task DecideAsync(Desk desk, JsonNode pack)
    {
        foreach (var (index, candidate) in pack["candidates"]!.AsArray().Index())
        {
            var id = (string)candidate!["id"]!;
            var (choice, stored) = index % 2 == 0 ? ("approve", "Approve") : ("skip", "Skip");
            await RetryUntilReady.Async(() => desk.DecideAsync(id, choice));
            _decisions[id] = stored;
        }
    }

    /// <returns>Each decision that is no longer what was acknowledged, in words; empty where all hold.</returns>
    public async Task<List<string>> ChangedAsync(Databases databases)
    {
        var kept = (await databases.RowsAsync("reviewdb", "SELECT id, choice FROM candidates WHERE choice IS NOT NULL")).ToHashSet();
        return
        [
            .. _decisions
                .Where(decision => !kept.Contains($"{decision.Key}|{decision.Value}"))
                .Select(decision => $"decided as {decision.Value}, but no longer: {decision.Key}"),
        ];
    }
}
