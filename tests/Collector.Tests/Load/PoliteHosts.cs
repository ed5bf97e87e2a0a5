using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using NewsEducator.Collector.Addresses;
using NewsEducator.Collector.Connectors;
using NewsEducator.Collector.Connectors.Http;
using NewsEducator.Contracts;

namespace NewsEducator.Collector.Tests.Load;

/// <summary>Hosts that see whether they are treated well: one request at a time, and none before they said.</summary>
internal sealed class PoliteHosts(TimeProvider time)
{
    private const int EachLimited = 40;
    private readonly ConcurrentDictionary<string, int> _inside = new();
    private readonly ConcurrentDictionary<string, DateTimeOffset> _notBefore = new();
    private int _requests;

    public int Requests => _requests;

    public int Limits { get; private set; }

    public ConcurrentQueue<string> Violations { get; } = new();

    /// <returns>The pause that the host asks for, if it does.</returns>
    public async Task<RateLimitSignal?> AskAsync(string host)
    {
        if (_inside.AddOrUpdate(host, 1, (_, count) => count + 1) > 1)
        {
            Violations.Enqueue($"{host} is asked twice at once");
        }

        if (_notBefore.TryGetValue(host, out var opens) && time.GetUtcNow() < opens)
        {
            Violations.Enqueue($"{host} is asked at {time.GetUtcNow():O}, before {opens:O}");
        }

        await Task.Yield();
        _inside.AddOrUpdate(host, 0, (_, count) => count - 1);
        if (Interlocked.Increment(ref _requests) % EachLimited != 0)
        {
            return null;
        }

        Limits++;
        var until = time.GetUtcNow().AddMinutes(1 + (_requests % 600));
        _notBefore[host] = until;
        return new RateLimitSignal(until, PauseReason.Busy);
    }
}

/// <summary>A connector whose upstreams are <see cref="PoliteHosts"/>; its targets are their names.</summary>
internal sealed partial class PoliteConnector(PoliteHosts hosts, IHostGate gate) : ISourceConnector
{
    public SourceKind ItemKind => SourceKind.GitHubIssue;

    public string Name => "polite";

    public SourceTarget Target { get; } = new("host", "h1", Anything());

    public async Task<IReadOnlyList<ItemFacts>> ListAsync(string target, DateTimeOffset since, CancellationToken cancellationToken)
    {
        await using var turn = await gate.EnterAsync(new HostPool(target, $"{target}/"), cancellationToken);
        var pause = await hosts.AskAsync(target);
        await turn.AnsweredAsync(pause);
        return pause is null ? [] : throw new UnreadableException("The host is busy");
    }

    public Task<FetchedItem> FetchAsync(ItemAddress address, CancellationToken cancellationToken) => throw new NotSupportedException();

    [GeneratedRegex(".")]
    private static partial Regex Anything();
}
