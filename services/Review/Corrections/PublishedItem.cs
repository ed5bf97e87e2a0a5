using Microsoft.EntityFrameworkCore;
using NewsEducator.Contracts;
using NewsEducator.Review.Candidates;
using NewsEducator.Review.Data;
using NewsEducator.Review.Packs;

namespace NewsEducator.Review.Corrections;

/// <summary>An item as it is published.</summary>
/// <param name="First">The candidate by which it was published.</param>
/// <param name="Pack">That candidate's.</param>
/// <param name="Current">Holds the text that is published now: the first one, or the latest that was published in its place.</param>
internal sealed record PublishedItem(Candidate First, Pack Pack, Candidate Current)
{
    /// <summary>Of the text that is published now.</summary>
    public string ContentHash => Current.ApprovedHash!;

    /// <returns>Null where nothing was published by this candidate, or it is withdrawn since.</returns>
    public static async Task<PublishedItem?> FindAsync(ReviewDb db, Guid candidateId, CancellationToken cancellationToken)
    {
        var first = await db.Candidates.FindAsync([candidateId], cancellationToken);
        if (
            first is not { State: CandidateState.Approved, PackId: { } packId }
            || await db.Packs.FindAsync([packId], cancellationToken) is not { PublishedAt: not null } pack
            || await db.Corrections.AnyAsync(
                each => each.CandidateId == candidateId && each.State == CorrectionState.Withdrawn,
                cancellationToken
            )
        )
        {
            return null;
        }

        var current = await CurrentAsync(db, [first], cancellationToken);
        return new PublishedItem(first, pack, current[first.Id]);
    }

    /// <summary>By the first candidate's id, the one whose text is published now.</summary>
    public static async Task<Dictionary<Guid, Candidate>> CurrentAsync(
        ReviewDb db,
        IReadOnlyCollection<Candidate> first,
        CancellationToken cancellationToken
    )
    {
        var ids = first.Select(candidate => candidate.Id).ToList();
        var applied = await db
            .Corrections.AsNoTracking()
            .Where(each => ids.Contains(each.CandidateId) && each.State == CorrectionState.Applied)
            .OrderBy(each => each.EndedAt)
            .Select(each => new { each.CandidateId, each.DraftId })
            .ToListAsync(cancellationToken);
        var latest = applied.GroupBy(each => each.CandidateId).ToDictionary(each => each.Key, each => each.Last().DraftId);
        var drafts = latest.Values.ToList();
        var corrected = await db
            .Candidates.Where(candidate => drafts.Contains(candidate.Id))
            .ToDictionaryAsync(candidate => candidate.Id, cancellationToken);
        return first.ToDictionary(
            candidate => candidate.Id,
            candidate => latest.TryGetValue(candidate.Id, out var draft) ? corrected[draft!.Value] : candidate
        );
    }

    public Correction Question(
        CorrectionOrigin origin,
        DateTimeOffset at,
        string? by = null,
        string? sentence = null,
        string? note = null,
        Guid? id = null
    ) =>
        new()
        {
            Id = id ?? Guid.NewGuid(),
            ItemId = First.ItemId,
            CandidateId = First.Id,
            Date = Pack.Date,
            Title = Current.Content.Title,
            Url = First.Url,
            Origin = origin,
            FoundAt = at,
            By = by,
            Sentence = sentence,
            Note = note,
        };
}
