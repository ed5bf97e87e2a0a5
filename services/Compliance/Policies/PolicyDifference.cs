using NewsEducator.Compliance.Rules;

namespace NewsEducator.Compliance.Policies;

/// <summary>A setting in which two policies differ.</summary>
/// <param name="Setting">For example <c>rules.source.injection</c> or <c>whitelist.github.com</c>.</param>
internal sealed record PolicyDifference(string Setting, string? InForce, string? Yours)
{
    public static List<PolicyDifference> Between(Policy inForce, Policy yours)
    {
        var (ours, theirs) = (SettingsOf(inForce), SettingsOf(yours));
        return
        [
            .. ours
                .Keys.Union(theirs.Keys)
                .Where(setting => ours.GetValueOrDefault(setting) != theirs.GetValueOrDefault(setting))
                .Select(setting => new PolicyDifference(setting, ours.GetValueOrDefault(setting), theirs.GetValueOrDefault(setting))),
        ];
    }

    private static Dictionary<string, string> SettingsOf(Policy policy)
    {
        var hosts = policy
            .Whitelist.GroupBy(host => $"whitelist.{host.Host}")
            .Select(group =>
                KeyValuePair.Create(group.Key, string.Join("; ", group.Select(host => string.Join(' ', [.. host.Aliases, .. host.Paths]))))
            );
        var rules = RuleCatalogue.All.Select(rule => KeyValuePair.Create($"rules.{rule.Id}", InWords(rule, policy)));
        return new Dictionary<string, string>([.. hosts, .. rules]);
    }

    private static string InWords(IRule rule, Policy policy) =>
        policy.IsOff(rule.Id)
            ? "off"
            : $"{(policy.Shadow.Contains(rule.Id) ? "shadow " : "")}{policy.SeverityOf(rule).ToString().ToLowerInvariant()}";
}
