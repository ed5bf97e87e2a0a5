using Microsoft.AspNetCore.Http.HttpResults;
using NewsEducator.Compliance.Rules;
using NewsEducator.Contracts;

namespace NewsEducator.Compliance.Policies;

internal static class ReadPolicy
{
    /// <summary>The policy in force.</summary>
    internal sealed record PolicyView(string Version, IReadOnlyList<AllowedHost> Whitelist, IReadOnlyList<RuleView> Rules);

    /// <summary>A rule as it is applied; no severity where it is switched off.</summary>
    internal sealed record RuleView(string Id, Severity? Severity);

    public static Ok<PolicyView> Handle(Policy policy) => TypedResults.Ok(new PolicyView(
        policy.Version,
        policy.Whitelist,
        [.. RuleCatalogue.All.Select(rule => new RuleView(rule.Id, policy.IsOff(rule.Id) ? null : policy.SeverityOf(rule)))]));
}
