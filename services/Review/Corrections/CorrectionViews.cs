using Microsoft.EntityFrameworkCore;
using NewsEducator.Contracts;
using NewsEducator.Review.Candidates;
using NewsEducator.Review.Candidates.Edits;
using NewsEducator.Review.Candidates.History;
using NewsEducator.Review.Candidates.Listing;
using NewsEducator.Review.Data;
using NewsEducator.ServiceDefaults.Http;

namespace NewsEducator.Review.Corrections;

/// <summary>Corrections as people see them: with the draft, its screening, and what it changes.</summary>
internal static class CorrectionViews
{
    public static async Task<List<CorrectionView>> OfAsync(
        ReviewDb db,
        IReadOnlyList<Correction> corrections,
        string? viewer,
        CancellationToken cancellationToken
    ) => (await WithPublishedAsync(db, corrections, viewer, cancellationToken)).Views;

    /// <returns>Also, by the candidate that published an item, the one whose text is published now.</returns>
    public static async Task<(List<CorrectionView> Views, IReadOnlyDictionary<Guid, Candidate> Published)> WithPublishedAsync(
        ReviewDb db,
        IReadOnlyList<Correction> corrections,
        string? viewer,
        CancellationToken cancellationToken
    )
    {
        var ids = corrections.Select(each => each.CandidateId).Concat(corrections.Select(each => each.DraftId ?? Guid.Empty)).ToList();
        var candidates = await db
            .Candidates.AsNoTracking()
            .Where(candidate => ids.Contains(candidate.Id))
            .ToDictionaryAsync(candidate => candidate.Id, cancellationToken);
        var first = corrections.Select(each => each.CandidateId).Distinct().Select(id => candidates[id]).ToList();
        var current = await PublishedItem.CurrentAsync(db, first, cancellationToken);
        var views = corrections.Select(each =>
            Of(each, current[each.CandidateId], each.DraftId is { } draft ? candidates.GetValueOrDefault(draft) : null, viewer)
        );
        return ([.. views], current);
    }

    private static CorrectionView Of(Correction correction, Candidate current, Candidate? draft, string? viewer) =>
        new()
        {
            Id = correction.Id,
            ETag = VersionTag.Of(correction.Version),
            State = correction.State,
            Origin = correction.Origin,
            ItemId = correction.ItemId,
            CandidateId = correction.CandidateId,
            Title = current.Content.Title,
            Url = correction.Url,
            Date = correction.Date,
            Sentence = correction.Sentence,
            Note = correction.Note,
            By = correction.By,
            Lost = correction.Lost,
            Proposal = correction.Proposal,
            FoundAt = correction.FoundAt,
            Draft = draft is null ? null : CandidateView.Of(draft, viewer),
            Diff = draft is null || correction.IsEnded ? [] : WordDiff.Of(HistoryEntries.TextOf(current), HistoryEntries.TextOf(draft)),
            Reason = correction.Reason,
            NeedsSecond = correction.NeedsSecond,
            Withdrawal = correction.Withdrawal,
            Refusal = correction.Refusal,
            DismissedBecause = correction.DismissedBecause,
            EndedBy = correction.EndedBy,
            EndedAt = correction.EndedAt,
        };
}
