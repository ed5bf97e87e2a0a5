using NewsEducator.Review.Policies;

namespace NewsEducator.Review.Pages.Policies;

/// <summary>Gathers what the page of the policy shows from Compliance and from the candidates.</summary>
internal sealed class PolicyParts(PolicyCalls policies, HostCalls hosts, ReadRuleFindings findings)
{
    public async Task<PolicyPageModel> ReadAsync(Reader reader, CancellationToken cancellationToken)
    {
        var file = await policies.FileAsync(cancellationToken);
        var status = file.IsOk ? await policies.StatusAsync(cancellationToken) : null;
        return status is null
            ? new PolicyPageModel(reader) { Message = reader.T("policy.unreachable") }
            : new PolicyPageModel(reader)
            {
                InForce = file.Text,
                Tag = file.ETag,
                Status = status,
                Versions = await policies.VersionsAsync(cancellationToken) ?? [],
                Asked = await hosts.ListAsync(cancellationToken),
                Found = await findings.ReadAsync(cancellationToken),
            };
    }
}
