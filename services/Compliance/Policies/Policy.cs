using NewsEducator.Compliance.Rules;
using NewsEducator.Contracts;

namespace NewsEducator.Compliance.Policies;

/// <summary>What may be published: where from, and how much each rule weighs.</summary>
internal sealed record Policy
{
    /// <summary>Begins the SHA-256 of the policy's meaning; comments and layout do not change it.</summary>
    public required string Version { get; init; }

    public required IReadOnlyList<WhitelistedHost> Whitelist { get; init; }

    /// <summary>Severities that differ from a rule's own; null switches the rule off.</summary>
    public required IReadOnlyDictionary<string, Severity?> Rules { get; init; }

    /// <summary>Rules that run without counting: what they find is recorded and changes no verdict.</summary>
    public IReadOnlySet<string> Shadow { get; init; } = new HashSet<string>();

    /// <summary>Of the stored version; 0 of a policy that is not stored.</summary>
    public int Number { get; init; }

    public bool IsOff(string ruleId) => Rules.TryGetValue(ruleId, out var severity) && severity is null;

    public Severity SeverityOf(IRule rule) => Rules.GetValueOrDefault(rule.Id) ?? rule.Severity;

    public bool Allows(Uri url) => Whitelist.Any(host => host.Allows(url));
}
