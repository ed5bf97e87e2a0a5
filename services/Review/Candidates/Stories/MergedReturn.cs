using NewsEducator.Contracts;
using NewsEducator.Review.Data;

namespace NewsEducator.Review.Candidates.Stories;

/// <summary>What was merged into a candidate that was skipped or expired waits again: nobody has seen it by itself.</summary>
internal static class MergedReturn
{
    /// <param name="db">Its caller saves.</param>
    /// <param name="ended">Whose states are set; published ones keep what was merged into them.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async Task ReturnMergedAsync(this ReviewDb db, IEnumerable<Candidate> ended, CancellationToken cancellationToken)
    {
        foreach (
            var eventId in ended
                .Where(candidate => candidate.State is CandidateState.Skipped or CandidateState.Expired)
                .Select(candidate => candidate.EventId)
                .OfType<Guid>()
                .Distinct()
                .ToList()
        )
        {
            await db.SettleStoryAsync(eventId, cancellationToken);
        }
    }
}
