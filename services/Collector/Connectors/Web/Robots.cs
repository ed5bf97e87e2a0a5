using System.Collections.Concurrent;
using System.Text;

namespace NewsEducator.Collector.Connectors.Web;

/// <summary>What each host allows a program to read. Asked for once a day; as long as a host cannot say, its pages wait.</summary>
internal sealed class Robots(IServiceScopeFactory scopes, TimeProvider time)
{
    /// <summary>The name that a robots.txt would call us by.</summary>
    public const string Product = "newseducator";

    private const int MostHosts = 2000;
    private static readonly TimeSpan Lasts = TimeSpan.FromHours(24);
    private static readonly TimeSpan LastsInTrouble = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<string, Known> _hosts = new(StringComparer.OrdinalIgnoreCase);

    /// <exception cref="WebFaultException">It may not be read.</exception>
    public async Task AskAsync(Uri page, CancellationToken cancellationToken)
    {
        var known = await KnownAsync(page, cancellationToken);
        if (known.Fault is { } fault)
        {
            throw new WebFaultException(fault);
        }

        if (!known.Rules.Allow(page.PathAndQuery))
        {
            throw new WebFaultException(new UpstreamFault(FaultKind.Forbidden, $"{page.Host}: robots.txt forbids {page.AbsolutePath}"));
        }
    }

    private async Task<Known> KnownAsync(Uri page, CancellationToken cancellationToken)
    {
        if (_hosts.TryGetValue(page.Authority, out var known) && known.Until > time.GetUtcNow())
        {
            return known;
        }

        if (_hosts.Count >= MostHosts)
        {
            _hosts.Clear();
        }

        var asked = await FetchAsync(page, cancellationToken);
        _hosts[page.Authority] = asked;
        return asked;
    }

    private async Task<Known> FetchAsync(Uri page, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var web = scope.ServiceProvider.GetRequiredService<WebClient>();
        try
        {
            var answer = await web.GetAsync(new Uri(page, "/robots.txt"), "text/plain", cancellationToken);
            return new Known(RobotsRules.Parse(Encoding.UTF8.GetString(answer.Body), Product), time.GetUtcNow() + Lasts);
        }
        catch (WebFaultException error) when (error.Fault.Kind is FaultKind.Gone or FaultKind.Forbidden)
        {
            // RFC 9309: a host that answers 4xx has no rules.
            return new Known(RobotsRules.AllowAll, time.GetUtcNow() + Lasts);
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested && UpstreamFault.Of(error, time.GetUtcNow()) is { } fault)
        {
            return new Known(RobotsRules.AllowNothing, time.GetUtcNow() + LastsInTrouble) { Fault = AsOfThePage(fault) };
        }
    }

    // An address that is not asked at all has nothing to do with robots.txt.
    private static UpstreamFault AsOfThePage(UpstreamFault fault) =>
        fault.Kind is FaultKind.Forbidden || fault.NotAsked
            ? fault
            : fault with
            {
                Detail = $"robots.txt could not be read: {fault.Detail}",
            };

    private sealed record Known(RobotsRules Rules, DateTimeOffset Until)
    {
        /// <summary>Why there are no rules yet.</summary>
        public UpstreamFault? Fault { get; init; }
    }
}
