using NewsEducator.Publisher.Webhooks;

namespace NewsEducator.Publisher.Tests;

public sealed class RetryScheduleTests
{
    private static readonly DateTimeOffset Since = new(2026, 11, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Pauses_grow_to_a_day_and_end_within_five_days()
    {
        var (now, pauses) = (Since, new List<TimeSpan>());
        while (RetrySchedule.Next(pauses.Count + 1, Since, now, jitter: 0) is { } next)
        {
            pauses.Add(next - now);
            now = next;
        }

        pauses.Select(pause => pause.TotalSeconds).ShouldBe([5, 300, 1800, 7200, 18000, 36000, 36000, 86400, 86400, 86400]);
        (now - Since).ShouldBeLessThan(TimeSpan.FromDays(5));
    }

    [Fact]
    public void Jitter_only_lengthens_a_pause_and_by_a_tenth_at_most()
    {
        var longest = RetrySchedule.Next(4, Since, Since, jitter: 1)!.Value - Since;

        longest.ShouldBe(TimeSpan.FromHours(2.2));
    }

    [Theory]
    [InlineData(2, 5.5)]
    [InlineData(3600, 3600)]
    [InlineData(-60, 5.5)]
    [InlineData(31_536_000, 86_400)]
    public void A_receiver_that_asks_to_be_left_alone_is_for_a_day_at_most(int asked, double seconds) =>
        (RetrySchedule.Next(1, Since, Since, asked > 5 ? 0 : 1, TimeSpan.FromSeconds(asked))!.Value - Since).TotalSeconds.ShouldBe(seconds);

    /// <summary>The vector that Standard Webhooks publishes with its libraries.</summary>
    [Fact]
    public void The_published_vector_is_signed_as_published()
    {
        var key = Convert.FromBase64String("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

        var signature = WebhookSecret.SignWith(
            key,
            "msg_p5jXN8AQM9LWM0D4loKWxJek",
            DateTimeOffset.FromUnixTimeSeconds(1614265330),
            "{\"test\": 2432232314}"
        );

        signature.ShouldBe("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }
}
