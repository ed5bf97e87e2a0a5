using System.Globalization;
using NewsEducator.Testing;

namespace NewsEducator.Publisher.Tests.Slices;

[Collection(SliceCollection.Name)]
public sealed class PublicEventTests(PublisherFixture fixture)
{
    private readonly ReleasedDay _day = new(fixture.App);

    [Theory]
    [InlineData("digest.published.v1")]
    [InlineData("card.drafted.v1")]
    public async Task An_event_is_plain_json_with_cloud_events_attributes_and_nothing_of_the_bus(string routingKey)
    {
        var delivery = await DeliveredAsync(routingKey);

        delivery.ContentType.ShouldBe("application/json");
        delivery
            .Headers.Keys.Where(key => key.StartsWith("cloudEvents:", StringComparison.Ordinal))
            .ShouldBe(
                [
                    "cloudEvents:specversion",
                    "cloudEvents:type",
                    "cloudEvents:id",
                    "cloudEvents:source",
                    "cloudEvents:subject",
                    "cloudEvents:time",
                    "cloudEvents:dataschema",
                ],
                ignoreOrder: true
            );
        delivery.Headers["cloudEvents:specversion"].ShouldBe("1.0");
        delivery.Headers["cloudEvents:type"].ShouldBe(routingKey);
        delivery.Headers["cloudEvents:source"].ShouldBe("https://news.example/");
        delivery.Headers["cloudEvents:id"].ShouldBe((string?)delivery.Body["id"]);
        DateTimeOffset
            .Parse(delivery.Headers["cloudEvents:time"], CultureInfo.InvariantCulture)
            .ShouldBe((DateTimeOffset)(delivery.Body["publishedAt"] ?? delivery.Body["draftedAt"])!, TimeSpan.FromMilliseconds(1));
        delivery.Headers.Keys.ShouldAllBe(key => !key.StartsWith("MT-", StringComparison.OrdinalIgnoreCase));
        delivery.Body["message"].ShouldBeNull("MassTransit's envelope");
    }

    [Fact]
    public async Task A_digest_event_holds_all_that_a_reader_is_shown()
    {
        var item = _day.Item(1);

        var body = (await DeliveredAsync("digest.published.v1")).Body;

        body.AsObject().Select(field => field.Key).ShouldBe(["id", "date", "revision", "title", "url", "publishedAt", "items"]);
        ((string)body["date"]!).ShouldBe(_day.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        var entry = body["items"]!.AsArray().ShouldHaveSingleItem()!;
        ((string)entry["title"]!, (string)entry["url"]!, (string)entry["contentHash"]!).ShouldBe(
            (item.Content.Title, item.Content.CanonicalUrl, item.ContentHash)
        );
    }

    private async Task<Subscriber.Delivery> DeliveredAsync(string routingKey)
    {
        var item = _day.Item(1);
        await _day.ArriveAsync(item);
        await _day.ArriveAsync(_day.Release(item));
        return (
            await Eventually.GetAsync(
                () => Task.FromResult(fixture.App.Subscriber.EventsOf(_day.Date, routingKey).FirstOrDefault()),
                delivery => delivery is not null
            )
        )!;
    }
}
