using Microsoft.Extensions.Options;
using NewsEducator.ServiceDefaults.Reconciling;

namespace NewsEducator.ServiceDefaults.Retention;

/// <summary>Asks Review, which alone knows what is offered, published or being corrected, what nobody needs any more.</summary>
public sealed class NeededEvidence(IHttpClientFactory http, IOptions<ReconcileOptions> reconcile)
{
    /// <summary>Its address, see <see cref="ReconcilingServices.MapReconcile{TReceived}"/>.</summary>
    public const string What = "evidence";

    private const string Owner = "review";

    /// <summary>What the reconciler still asks for would be sent again if it were removed.</summary>
    /// <returns>The period, or a day more than the reconciler's window where that is longer; zero stays zero.</returns>
    public TimeSpan PeriodOf(TimeSpan configured)
    {
        var shortest = reconcile.Value.Window + TimeSpan.FromDays(1);
        return configured > TimeSpan.Zero && configured < shortest ? shortest : configured;
    }

    /// <summary>Goes through pages of ids and removes of each page what nobody needs; without Review's answer nothing goes.</summary>
    /// <param name="page">The ids of items or candidates after the given one, in the database's order, at most so many.</param>
    /// <param name="remove">Removes what belongs to the ids.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>How many were removed.</returns>
    public async Task<int> RemoveUnneededAsync(
        Func<Guid, int, Task<List<Guid>>> page,
        Func<IReadOnlyCollection<Guid>, Task<int>> remove,
        CancellationToken cancellationToken
    )
    {
        var (removed, after) = (0, Guid.Empty);
        while (await page(after, MissingItems.MostIds) is { Count: > 0 } ids)
        {
            var unneeded = await MissingItems.AskAsync(http, Owner, What, ids, cancellationToken);
            removed += unneeded.Count > 0 ? await remove(unneeded) : 0;
            after = ids[^1];
        }

        return removed;
    }
}
