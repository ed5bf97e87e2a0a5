using System.Globalization;
using System.Net;
using NewsEducator.Collector.Connectors.Http;

namespace NewsEducator.Collector.Tests.Upstreams;

public sealed class PauseTests
{
    private static readonly DateTimeOffset Now = Some.Now;

    [Theory]
    [InlineData(429, "120", null, null, null, 120)]
    [InlineData(403, "120", "4000", null, null, 120)]
    [InlineData(403, "2", "4000", null, null, 60)]
    [InlineData(429, null, null, null, null, 60)]
    [InlineData(403, null, "31", null, "You have exceeded a secondary rate limit", 60)]
    [InlineData(403, null, "0", 1800, null, 1800)]
    [InlineData(403, null, "0", -10, null, 60)]
    [InlineData(403, null, "0", null, null, 60)]
    [InlineData(503, "7", null, null, null, 7)]
    [InlineData(200, null, "0", 900, null, 900)]
    [InlineData(429, "999999999", null, null, null, 7 * 24 * 3600)]
    public void A_host_is_left_alone_for_as_long_as_it_asks_and_a_limit_for_a_minute_at_least(
        int status,
        string? retryAfter,
        string? remaining,
        int? reset,
        string? body,
        int seconds
    ) => Of(status, retryAfter, remaining, reset, body)!.Until.ShouldBe(Now.AddSeconds(seconds));

    [Theory]
    [InlineData(200, null, "12")]
    [InlineData(200, "60", null)]
    [InlineData(403, null, "4980")]
    [InlineData(404, null, null)]
    [InlineData(500, null, null)]
    public void Anything_else_is_no_reason_to_wait(int status, string? retryAfter, string? remaining) =>
        Of(status, retryAfter, remaining, reset: null, body: "Must have push access").ShouldBeNull();

    [Fact]
    public void Retry_After_may_be_a_date() =>
        Of(429, Now.AddMinutes(9).ToString("R", CultureInfo.InvariantCulture), null, null, null)!.Until.ShouldBe(Now.AddMinutes(9));

    private static RateLimitSignal? Of(int status, string? retryAfter, string? remaining, int? reset, string? body)
    {
        using var answer = new HttpResponseMessage((HttpStatusCode)status);
        Add("Retry-After", retryAfter);
        Add("x-ratelimit-remaining", remaining);
        Add(
            "x-ratelimit-reset",
            reset is { } seconds ? Now.AddSeconds(seconds).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture) : null
        );
        return RateLimitSignal.In(answer.StatusCode, answer.Headers, body, Now);

        void Add(string name, string? value) => _ = value is not null && answer.Headers.TryAddWithoutValidation(name, value);
    }
}
