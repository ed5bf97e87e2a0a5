using NewsEducator.Compliance.Data;

namespace NewsEducator.Compliance.Policies;

/// <summary>The one way in which a version is stored.</summary>
internal static class StorePolicy
{
    /// <param name="db">With whatever else is saved together with it.</param>
    /// <param name="version">Null where the policy stays as it is.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>False where somebody else stored a version of this number meanwhile.</returns>
    public static async Task<bool> TryStoreAsync(this ComplianceDb db, PolicyVersion? version, CancellationToken cancellationToken)
    {
        if (version is not null)
        {
            db.PolicyVersions.Add(version);
        }

        if (!await db.TrySaveNewAsync(cancellationToken))
        {
            return false;
        }

        if (version is not null)
        {
            ComplianceMetrics.PolicyChanged();
        }

        return true;
    }
}
