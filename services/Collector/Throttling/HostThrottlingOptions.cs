using System.ComponentModel.DataAnnotations;

namespace NewsEducator.Collector.Throttling;

/// <summary>Section <c>HostThrottling</c>: how a host is treated, by all replicas together.</summary>
internal sealed class HostThrottlingOptions
{
    public const string Section = "HostThrottling";

    /// <summary>The section's former name, read for one version (docs/upgrading.md).</summary>
    public const string FormerSection = "Manners";

    /// <summary>Requests at once to one host.</summary>
    [Range(1, 16)]
    public int Concurrency { get; set; } = 2;

    /// <summary>From the start of one request to the start of the next.</summary>
    public TimeSpan Pace { get; set; } = TimeSpan.FromMilliseconds(50);

    /// <summary>Other figures for some hosts, by name: <c>HostThrottling:Hosts:api.github.com:Concurrency</c>.</summary>
    public IDictionary<string, HostThrottling> Hosts { get; } = new Dictionary<string, HostThrottling>(StringComparer.OrdinalIgnoreCase);

    /// <summary>How long a request waits for its turn before its poll is postponed.</summary>
    public TimeSpan Patience { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>A turn is free again after this if its process died; longer than the longest request, see section Resilience.</summary>
    public TimeSpan Turn { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Wait after a limit that names no time, doubled each further time up to <see cref="LongestRest"/>.</summary>
    public TimeSpan FirstRest { get; set; } = TimeSpan.FromMinutes(1);

    public TimeSpan LongestRest { get; set; } = TimeSpan.FromHours(2);

    public HostThrottling For(string host) =>
        new()
        {
            Concurrency = Hosts.TryGetValue(host, out var one) ? one.Concurrency ?? Concurrency : Concurrency,
            Pace = one?.Pace ?? Pace,
        };
}

/// <summary>How one host is treated; what is not set is as for all.</summary>
internal sealed class HostThrottling
{
    [Range(1, 16)]
    public int? Concurrency { get; set; }

    public TimeSpan? Pace { get; set; }
}
