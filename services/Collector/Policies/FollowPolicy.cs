using Microsoft.Extensions.Options;

namespace NewsEducator.Collector.Policies;

/// <summary>Keeps the whitelist as it is in Compliance; a change there counts here within a minute.</summary>
internal sealed class FollowPolicy(
    AskPolicy policy,
    IOptions<CollectorOptions> options,
    IConfiguration configuration,
    TimeProvider time,
    ILogger<FollowPolicy> logger
) : BackgroundService
{
    private static readonly string[] Gone = ["Whitelist", "AlsoAllowed"];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        ReportGone();
        using var timer = new PeriodicTimer(options.Value.PolicyCheck, time);
        do
        {
            await policy.TryRefreshAsync(stoppingToken);
        } while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private void ReportGone()
    {
        foreach (var name in Gone)
        {
            var hosts = configuration.GetSection($"{CollectorOptions.Section}:{name}").GetChildren().Select(host => host.Value).ToList();
            if (hosts.Count > 0)
            {
                logger.LogError(
                    "Collector:{Name} is no longer read ({Hosts}). Add these hosts to the whitelist of Compliance's policy with PUT /api/policy, "
                        + "then remove the setting; see docs/upgrading.md.",
                    name,
                    string.Join(", ", hosts)
                );
            }
        }
    }
}
