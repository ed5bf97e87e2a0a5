using Microsoft.EntityFrameworkCore;
using NewsEducator.Compliance.Data;

namespace NewsEducator.Compliance.Policies;

/// <summary>The policy that every replica screens by.</summary>
/// <remarks>Which number is in force is asked each time, one look into an index; the text is read and parsed once a version.</remarks>
internal sealed class PolicyInForce(ComplianceDb db, LatestPolicy latest)
{
    public async Task<Policy> GetAsync(CancellationToken cancellationToken)
    {
        var number = await db.PolicyVersions.MaxAsync(version => version.Number, cancellationToken);
        if (latest.Policy is { } known && known.Number == number)
        {
            return known;
        }

        return latest.Policy = (await VersionAsync(cancellationToken)).Open();
    }

    public Task<PolicyVersion> VersionAsync(CancellationToken cancellationToken) =>
        db.PolicyVersions.AsNoTracking().OrderByDescending(version => version.Number).FirstAsync(cancellationToken);
}

/// <summary>The version that this process parsed last.</summary>
internal sealed class LatestPolicy
{
    public Policy? Policy { get; set; }
}
