using NewsEducator.Compliance.Rules;
using NewsEducator.Compliance.Texts;
using NewsEducator.Contracts;

namespace NewsEducator.Compliance.Policies;

/// <summary>A version of the policy, and what it means.</summary>
/// <param name="Version">Of the meaning: two versions with the same one screen alike.</param>
internal sealed record PolicyView(
    int Number, string Version, string By, DateTimeOffset At, string? Comment, IReadOnlyList<AllowedHost> Whitelist, IReadOnlyList<RuleView> Rules)
{
    public static PolicyView Of(PolicyVersion version)
    {
        var policy = version.Open();
        return new PolicyView(
            version.Number, policy.Version, version.By, version.At, version.Comment, policy.Whitelist, [.. RuleCatalogue.All.Select(rule => RuleView.Of(rule, policy))]);
    }
}

/// <summary>A rule as it is applied.</summary>
/// <param name="Severity">Null where the rule is switched off.</param>
/// <param name="Shadow">What it finds is recorded and changes nothing.</param>
/// <param name="Message">What it says of a finding, Chinese, with "…" for the case in hand.</param>
/// <param name="MessageEn">The same in English.</param>
internal sealed record RuleView(string Id, Severity? Severity, bool Shadow, string Message, string MessageEn)
{
    private const string Case = "…";

    public static RuleView Of(IRule rule, Policy policy) => new(
        rule.Id,
        policy.IsOff(rule.Id) ? null : policy.SeverityOf(rule),
        policy.Shadow.Contains(rule.Id),
        Text.Get(rule.Id, Text.Chinese, Case, Case),
        Text.Get(rule.Id, Text.English, Case, Case));
}

/// <summary>One line of the policy's history.</summary>
internal sealed record PolicyVersionView(int Number, string Version, string By, DateTimeOffset At, string? Comment);
