using System.Net;
using System.Net.Http.Json;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using NewsEducator.ServiceDefaults.Security;

namespace NewsEducator.Review.Tests;

/// <summary>Another service asks Review whose key it is.</summary>
public sealed class ReviewKeysTests : IDisposable
{
    private readonly FakeTimeProvider _time = new();
    private readonly Answers _review = new();

    public void Dispose() => _review.Dispose();

    [Fact]
    public async Task An_answer_counts_for_seconds_and_a_revoked_key_no_longer()
    {
        _review.Holder = new { name = "nightly", role = "editor" };
        var keys = new ReviewKeys(_review, _time, NullLogger<ReviewKeys>.Instance);

        (await FindAsync(keys, "ne_abc")).ShouldBe("nightly");
        (await FindAsync(keys, "ne_abc")).ShouldBe("nightly");
        _review.Asked.ShouldBe(1);
        _review.Holder = null;
        _time.Advance(TimeSpan.FromSeconds(11));

        (await FindAsync(keys, "ne_abc")).ShouldBeNull();
        (await FindAsync(keys, "another kind of token")).ShouldBeNull();
        _review.Asked.ShouldBe(2);
    }

    [Fact]
    public async Task While_Review_is_away_only_what_was_known_shortly_before_counts()
    {
        _review.Holder = new { name = "nightly", role = "editor" };
        var keys = new ReviewKeys(_review, _time, NullLogger<ReviewKeys>.Instance);
        await FindAsync(keys, "ne_abc");
        _review.IsAway = true;

        _time.Advance(TimeSpan.FromSeconds(30));
        (await FindAsync(keys, "ne_abc")).ShouldBe("nightly");
        (await FindAsync(keys, "ne_xyz")).ShouldBeNull();
        _time.Advance(TimeSpan.FromSeconds(60));
        (await FindAsync(keys, "ne_abc")).ShouldBeNull();
    }

    private static async Task<string?> FindAsync(ReviewKeys keys, string token) =>
        (await keys.FindAsync(TokenDigest.Of(token), TestContext.Current.CancellationToken))?.Name;

    private sealed class Answers : HttpMessageHandler, IHttpClientFactory
    {
        public object? Holder { get; set; }

        public bool IsAway { get; set; }

        public int Asked { get; private set; }

        public HttpClient CreateClient(string name) => new(this, disposeHandler: false) { BaseAddress = new Uri("http://review") };

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Asked++;
            return IsAway
                ? throw new HttpRequestException("away")
                : Task.FromResult(
                    Holder is null
                        ? new HttpResponseMessage(HttpStatusCode.NotFound)
                        : new HttpResponseMessage { Content = JsonContent.Create(Holder) }
                );
        }
    }
}
