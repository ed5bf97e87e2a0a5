using System.Globalization;
using System.Text.Json.Nodes;
using NewsEducator.EndToEnd.Tests;

namespace NewsEducator.UpgradeRun;

/// <summary>A person at the desk who imports, decides and releases one pack after the other.</summary>
internal sealed class DeskLoad(Desk desk)
{
    private readonly Acknowledged _acknowledged = new();
    private DateOnly _date = new(2026, 4, 1);

    public int Packs { get; private set; }

    public int Decisions => _acknowledged.Count;

    /// <summary>Until it is cancelled; the pack that is in hand is finished.</summary>
    public async Task WorkAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            await PublishedAsync(await ReleaseAsync(await DecideAsync()));
        }
    }

    /// <returns>The date of a pack that was imported and decided.</returns>
    public async Task<string> DecideAsync()
    {
        _date = _date.AddDays(1);
        var name = _date.ToString("O", CultureInfo.InvariantCulture);
        await RetryUntilReady.Async(async () => await desk.ImportAsync(await EndToEnd.Tests.Packs.ReadAsync("page-pack", name)));
        await DecideAsync(
            await RetryUntilReady.Async(
                () => desk.GetPackAsync(name),
                pack => pack["candidates"]!.AsArray().All(each => each!["verdict"] is not null)
            )
        );
        return name;
    }

    /// <returns>The date of today's pack, which was cut and decided.</returns>
    public async Task<string> DecideTodayAsync()
    {
        var today = (string)(await RetryUntilReady.Async(desk.CutAsync))["date"]!;
        await DecideAsync(await RetryUntilReady.Async(() => desk.GetPackAsync(today)));
        return today;
    }

    public async Task<string> ReleaseAsync(string date)
    {
        await RetryUntilReady.Async(() => desk.ReleaseAsync(date), released => released["releasedAt"] is not null);
        return date;
    }

    public async Task PublishedAsync(string date)
    {
        await RetryUntilReady.Async(() => desk.GetPackAsync(date), released => released["publishedAt"] is not null);
        Packs++;
    }

    /// <returns>Each decision that is no longer what was acknowledged.</returns>
    public Task<List<string>> ChangedAsync(Databases databases) => _acknowledged.ChangedAsync(databases);

    private Task DecideAsync(JsonNode pack) => _acknowledged.DecideAsync(desk, pack);
}
