using Microsoft.Extensions.Time.Testing;
using NewsEducator.Contracts;
using NewsEducator.Review.Tests.Candidates;
using NewsEducator.Testing;

namespace NewsEducator.Review.Tests.Slices.Packs;

/// <summary>The day as it runs where nobody configured anything.</summary>
public sealed class ShippedScheduleTests
{
    [Fact]
    public async Task The_pack_is_cut_at_eight_in_Shanghai()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 3, 8, 23, 30, 0, TimeSpan.Zero));
        await using var app = await ReviewApp.StartShippedAsync(time);
        var viewer = app.ClientOf("viewer");

        time.Advance(TimeSpan.FromMinutes(29));
        time.Advance(TimeSpan.FromMinutes(2));

        var pack = await Eventually.GetAsync(
            () =>
            {
                // The schedule may not have looked at its clock yet.
                time.Advance(TimeSpan.FromSeconds(1));
                return viewer.GetAsync<PackView>("/api/packs/2026-03-09");
            },
            pack => pack.Items == 1,
            "the day's pack"
        );
        pack.CreatedAt.ShouldBeGreaterThanOrEqualTo(new DateTimeOffset(2026, 3, 9, 0, 0, 0, TimeSpan.Zero));
    }

    [Fact]
    public async Task Times_with_an_offset_of_a_neighbour_are_stored()
    {
        var offset = new DateTimeOffset(2026, 3, 9, 8, 0, 0, TimeSpan.FromHours(8));
        await using var app = await ReviewApp.StartAsync();
        var desk = new Desk(app);
        await desk.PackOfAsync(Verdict.Pass);

        await app.SendAsync(
            new PackPublished
            {
                PackId = ItemIds.ForPack(desk.Date),
                PackDate = desk.Date,
                Published = 0,
                Refused = [],
                PublishedAt = offset,
            }
        );
        await app.SendAsync(
            new ItemDropped
            {
                ItemId = Guid.NewGuid(),
                Reason = DropReason.Whitelist,
                Url = "https://example.org/1",
                Detail = "host",
                DroppedAt = offset,
                Submission = null,
            }
        );

        (await Eventually.GetAsync(desk.ReadAsync, pack => pack.PublishedAt is not null)).PublishedAt.ShouldBe(offset);
        await Eventually.GetAsync(
            () => app.WithDbAsync(db => Task.FromResult(db.Audit.Count())),
            entries => entries == 1,
            "the audit's entry"
        );
    }
}
