using System.Collections.Concurrent;
using System.Text;

namespace NewsEducator.Collector.Connectors.Web;

/// <summary>What each host allows a program to read. Asked for once a day; a host that cannot say allows nothing until it can.</summary>
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
        if (!(await RulesAsync(page, cancellationToken)).Allow(page.PathAndQuery))
        {
            throw new WebFaultException(new UpstreamFault(Lasting: true, $"{page.Host}: robots.txt forbids {page.AbsolutePath}"));
        }
    }

    private async Task<RobotsRules> RulesAsync(Uri page, CancellationToken cancellationToken)
    {
        if (_hosts.TryGetValue(page.Authority, out var known) && known.Until > time.GetUtcNow())
        {
            return known.Rules;
        }

        if (_hosts.Count >= MostHosts)
        {
            _hosts.Clear();
        }

        var asked = await FetchAsync(page, cancellationToken);
        _hosts[page.Authority] = asked;
        return asked.Rules;
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
        catch (WebFaultException error) when (error.Fault.Lasting)
        {
            return new Known(RobotsRules.AllowAll, time.GetUtcNow() + Lasts);
        }
        catch (Exception error) when (error is WebFaultException or UnreadableException)
        {
            return new Known(RobotsRules.AllowNothing, time.GetUtcNow() + LastsInTrouble);
        }
    }

    private sealed record Known(RobotsRules Rules, DateTimeOffset Until);
}
