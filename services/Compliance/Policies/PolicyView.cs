using NewsEducator.Compliance.Rules;
using NewsEducator.Compliance.Texts;
using NewsEducator.Contracts;

namespace NewsEducator.Compliance.Policies;

/// <summary>A version of the policy as people and Review see it.</summary>
internal static class PolicyView
{
    private const string Case = "…";

    public static PolicyStatus Of(PolicyVersion version)
    {
        var policy = version.Open();
        return new PolicyStatus
        {
            Number = version.Number,
            Version = policy.Version,
            By = version.By,
            At = version.At,
            Comment = version.Comment,
            Whitelist = policy.Whitelist,
            Rules = [.. RuleCatalogue.All.Select(rule => Of(rule, policy))],
        };
    }

    private static RuleStatus Of(IRule rule, Policy policy) =>
        new()
        {
            Id = rule.Id,
            Severity = policy.IsOff(rule.Id) ? null : policy.SeverityOf(rule),
            Shadow = policy.Shadow.Contains(rule.Id),
            Message = Text.Get(rule.Id, Text.Chinese, Case, Case),
            MessageEn = Text.Get(rule.Id, Text.English, Case, Case),
        };
}

/// <summary>One line of the policy's history.</summary>
internal sealed record PolicyVersionView(int Number, string Version, string By, DateTimeOffset At, string? Comment);
