using NewsEducator.Compliance.Rules;
using NewsEducator.Contracts;

namespace NewsEducator.Compliance.Policies;

/// <summary>What may be published: where from, and how much each rule weighs.</summary>
internal sealed record Policy
{
    /// <summary>Begins the SHA-256 of the policy's meaning; comments and layout do not change it.</summary>
    public required string Version { get; init; }

    public required IReadOnlyList<AllowedHost> Whitelist { get; init; }

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

/// <summary>A whitelisted host.</summary>
internal sealed record AllowedHost
{
    public required string Host { get; init; }

    /// <summary>Other names of the same host.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>Beginnings of paths; empty allows all.</summary>
    public IReadOnlyList<string> Paths { get; init; } = [];

    public bool Allows(Uri url) =>
        url is { Scheme: "https" or "http", UserInfo: "", IsDefaultPort: true }
        && (IsName(url.Host, Host) || Aliases.Any(alias => IsName(url.Host, alias)))
        && (Paths.Count == 0 || Paths.Any(path => url.AbsolutePath.StartsWith(path, StringComparison.OrdinalIgnoreCase)));

    private static bool IsName(string host, string name) => host.Equals(name, StringComparison.OrdinalIgnoreCase);
}
