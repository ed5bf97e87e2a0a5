using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NewsEducator.Contracts;
using NewsEducator.Review.Corrections;

namespace NewsEducator.Review.Tests.Slices.Retention;

/// <summary>Which evidence Review tells the other services to keep.</summary>
public sealed class NeededItemsTests : IAsyncLifetime
{
    private ReviewApp _app = null!;
    private Desk _desk = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _app = await ReviewApp.StartAsync(("Auth:ServiceToken", "service"));
        _desk = new Desk(_app);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task What_waits_and_an_open_pack_keep_theirs_however_old()
    {
        await _app.ArriveAsync(new Arrivals.Item("waits", 2));
        await _desk.PackOfAsync(Verdict.Pass, Verdict.Pass);
        await _desk.DecideAsync(1, Choice.Skip);
        await AgeAsync(4000);

        (await UnneededAsync(ItemIds.From("waits"), Item(1), Item(2), ItemIds.From("never heard of"))).ShouldBe([
            ItemIds.From("never heard of"),
        ]);
        (await UnneededAsync(_desk.IdOf(1), _desk.IdOf(2))).ShouldBeEmpty("candidates are asked for as well");
    }

    [Fact]
    public async Task After_half_a_year_a_released_pack_keeps_what_it_published_with_its_further_sources()
    {
        var further = ItemIds.From("further");
        await _desk.PackOfAsync(Verdict.Pass, Verdict.Pass, Verdict.Pass);
        await _desk.DecideAsync(1, Choice.Approve);
        await _desk.DecideAsync(2, Choice.Skip);
        await ReleaseAsync();
        await SqlAsync($"UPDATE candidates SET further_sources = '[{{\"itemId\": \"{further}\"}}]' WHERE id = '{_desk.IdOf(1)}'");

        await AgeAsync(179);
        (await UnneededAsync(Item(1), Item(2), Item(3), further)).ShouldBeEmpty();
        await AgeAsync(2);
        (await UnneededAsync(Item(1), Item(2), Item(3), further)).ShouldBe([Item(2), Item(3)], ignoreOrder: true);
    }

    [Fact]
    public async Task What_was_withdrawn_keeps_nothing_unless_it_is_being_corrected()
    {
        await _desk.PackOfAsync(Verdict.Pass, Verdict.Pass);
        await _desk.DecideAsync(1, Choice.Approve);
        await _desk.DecideAsync(2, Choice.Approve);
        await ReleaseAsync();
        await AddCorrectionAsync(1, CorrectionState.Withdrawn);
        await AddCorrectionAsync(2, CorrectionState.Withdrawn);
        (await UnneededAsync(Item(1), Item(2))).ShouldBe([Item(1), Item(2)], ignoreOrder: true);

        foreach (var state in Correction.Unended)
        {
            await AddCorrectionAsync(2, state);
            (await UnneededAsync(Item(1), Item(2))).ShouldBe([Item(1)], $"{state}");
            await SqlAsync($"DELETE FROM corrections WHERE state = '{state}'");
        }
    }

    /// <summary>Until the broker has what the release sends: what it names is needed as long as it waits here.</summary>
    private async Task ReleaseAsync()
    {
        (await _desk.ReleaseAsync()).EnsureSuccessStatusCode();
        await _app.DeliveredAsync();
    }

    private Guid Item(int number) => ItemIds.ForUrl(_desk.UrlOf(number));

    private Task<int> AgeAsync(int days) =>
        SqlAsync(
            $"UPDATE packs SET created_at = created_at - interval '{days} days'; UPDATE candidates SET arrived_at = arrived_at - interval '{days} days'"
        );

    private Task<int> SqlAsync(string sql) =>
        _app.WithDbAsync(db =>
            db.Database.ExecuteSqlRawAsync(
                sql.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal),
                Cancel
            )
        );

    private Task<int> AddCorrectionAsync(int number, CorrectionState state) =>
        _app.WithDbAsync(db =>
        {
            var correction = new Correction
            {
                Id = Guid.NewGuid(),
                ItemId = Item(number),
                CandidateId = _desk.IdOf(number),
                Date = _desk.Date,
                Title = "Pool exhausted",
                Url = _desk.UrlOf(number),
                Origin = CorrectionOrigin.Reader,
                FoundAt = DateTimeOffset.UnixEpoch,
            };
            db.Corrections.Add(correction).Property(each => each.State).CurrentValue = state;
            return db.SaveChangesAsync(Cancel);
        });

    private async Task<IReadOnlyList<Guid>> UnneededAsync(params Guid[] ids)
    {
        using var service = _app.ClientOf("service");
        var answer = await service.PostAsJsonAsync("/api/reconcile/evidence", new { ids }, Cancel);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancel)).GetProperty("missing").Deserialize<List<Guid>>()!;
    }
}
