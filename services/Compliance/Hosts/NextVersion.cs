using NewsEducator.Compliance.Policies;

namespace NewsEducator.Compliance.Hosts;

/// <summary>The policy with one host more.</summary>
internal static class NextVersion
{
    /// <returns>Null where the whitelist is written in a form that only a person can extend.</returns>
    public static PolicyVersion? Of(
        PolicyVersion inForce,
        HostRequest request,
        string[] paths,
        string by,
        string? comment,
        DateTimeOffset now
    ) =>
        WhitelistText.With(inForce.Yaml, request.Host, paths) is { } yaml
        && PolicyFile.TryParse(yaml, out _, rulesMayBeGone: true) is { } policy
        && policy.Allows(new Uri(request.Url))
            ? inForce.Next(yaml, policy, $"{request.Host} ({request.AskedBy}): {comment ?? request.Reason}", by, now)
            : null;
}
