using Microsoft.EntityFrameworkCore;
using NewsEducator.Contracts;
using NewsEducator.Review.Candidates;
using NewsEducator.Review.Candidates.History;
using NewsEducator.Review.Data;

namespace NewsEducator.Review.Operations.EndToEnd;

/// <summary>What a check sent through is no candidate for anybody: it is taken out in the transaction in which it arrives.</summary>
internal static class TakeOutChecked
{
    private const string Via = "check";
    private const string Reason = "end-to-end check";

    /// <param name="db">The caller saves.</param>
    /// <param name="candidate">That has just arrived, new or again.</param>
    /// <param name="now">When.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static async Task TakeOutCheckedAsync(
        this ReviewDb db,
        Candidate candidate,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        if (
            candidate is not { PackId: null, Submission: null }
            || await db.LastCheckAsync(candidate.Id, cancellationToken) is not { } check
        )
        {
            return;
        }

        var isFirst = check.ArrivedAt is null;
        check.Arrive(candidate.Screening!.Verdict, now);
        candidate.TakeOut();
        if (isFirst)
        {
            var who = new Actor(check.By, Via, []);
            db.History.Add(HistoryEntries.Settled(candidate, HistoryAction.Checked, Reason, who, now));
        }
    }

    private static Task<EndToEndCheck?> LastCheckAsync(this ReviewDb db, Guid itemId, CancellationToken cancellationToken) =>
        db
            .EndToEndChecks.Where(check => check.ItemId == itemId)
            .OrderByDescending(check => check.BeganAt)
            .FirstOrDefaultAsync(cancellationToken);
}
