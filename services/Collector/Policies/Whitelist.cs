using NewsEducator.Contracts;

namespace NewsEducator.Collector.Policies;

/// <summary>Which pages may be collected: what Compliance's policy allows, as it was last asked.</summary>
internal sealed class Whitelist
{
    private volatile IReadOnlyList<WhitelistedHost>? _hosts;

    /// <summary>Compliance answered once, to this process or to one before it.</summary>
    public bool IsKnown => _hosts is not null;

    /// <summary>Of the policy; 0 until it is known.</summary>
    public int PolicyNumber { get; private set; }

    /// <param name="canonical">A canonical URL: an alias such as youtu.be is resolved by then.</param>
    public bool Allows(Uri canonical) => _hosts?.Any(host => host.Allows(canonical)) ?? false;

    /// <summary>Of an address of which only the host is known; what its items' addresses are is seen when they come.</summary>
    public bool AllowsSomeOf(Uri host) => _hosts?.Any(each => each.Names(host)) ?? false;

    public void Set(int policyNumber, IReadOnlyList<WhitelistedHost> hosts) => (PolicyNumber, _hosts) = (policyNumber, hosts);
}
