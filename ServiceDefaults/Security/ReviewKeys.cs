using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Security.Claims;
using Microsoft.Extensions.Logging;

namespace NewsEducator.ServiceDefaults.Security;

/// <summary>The API keys that operators made, known by Review: every other service asks it, and keeps the answer for seconds.</summary>
/// <remarks>Only the key's hash is sent. While Review is away, a key that was asked for before counts for a little longer, and others do
/// not.</remarks>
public sealed class ReviewKeys(IHttpClientFactory http, TimeProvider time, ILogger<ReviewKeys> logger) : ITokenSource
{
    public const string ClientName = "review-keys";
    private const string Address = "/access/keys/lookup";
    private const int MostKept = 10_000;
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Stale = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(3);

    private readonly ConcurrentDictionary<string, (KeyHolder? Holder, DateTimeOffset At)> _answers = [];

    private sealed record KeyHolder(string Name, string Role);

    public async ValueTask<ClaimsIdentity?> FindAsync(TokenDigest token, CancellationToken cancellationToken)
    {
        if (!token.IsApiKey)
        {
            return null;
        }

        var now = time.GetUtcNow();
        if (!_answers.TryGetValue(token.Hash, out var answer) || now - answer.At > Fresh)
        {
            answer = await AskAsync(token.Hash, answer, now, cancellationToken);
        }

        return answer.Holder is { } holder ? Person.Of(holder.Name, holder.Role) : null;
    }

    private async Task<(KeyHolder? Holder, DateTimeOffset At)> AskAsync(
        string hash,
        (KeyHolder? Holder, DateTimeOffset At) before,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        try
        {
            using var client = http.CreateClient(ClientName);
            using var answer = await client
                .PostAsJsonAsync(Address, new { hash }, cancellationToken)
                .WaitAsync(Timeout, time, cancellationToken);
            var holder =
                answer.StatusCode == HttpStatusCode.NotFound
                    ? null
                    : await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<KeyHolder>(cancellationToken);
            if (_answers.Count >= MostKept)
            {
                _answers.Clear();
            }

            return _answers[hash] = (holder, now);
        }
        catch (Exception error) when (error is HttpRequestException or TimeoutException && !cancellationToken.IsCancellationRequested)
        {
            logger.LogWarning("Review does not answer whose key this is: {Reason}", error.Message);
            return now - before.At <= Stale ? before : (null, now);
        }
    }
}
