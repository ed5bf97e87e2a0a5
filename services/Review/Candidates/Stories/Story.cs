using NewsEducator.Contracts;

namespace NewsEducator.Review.Candidates.Stories;

/// <summary>
/// What tells of one event. Of the candidates that nobody was offered yet the best-scored one stands for all; the others are its further
/// sources. Worked out anew of all of them each time, so that neither the order in which they came nor a repeat makes a difference.
/// </summary>
internal static class Story
{
    /// <summary>A candidate is shown with up to five sources.</summary>
    private const int MostFurther = 4;

    /// <param name="candidates">Every candidate of the event.</param>
    /// <returns>The candidate that stands for the event; null where none is waiting.</returns>
    public static Candidate? Settle(IReadOnlyCollection<Candidate> candidates)
    {
        var open = Open(candidates);
        var leader = open.OrderByDescending(candidate => candidate.Score).ThenBy(candidate => candidate.Id).FirstOrDefault();
        foreach (var other in open.Where(candidate => candidate != leader))
        {
            other.MergeInto(leader!.Id);
        }

        if (leader is not null)
        {
            var further = FurtherSources(leader, open, candidates);
            leader.LeadEvent(further, Conflicts(leader, open, further));
        }

        return leader;
    }

    /// <summary>The candidate by which another item offered this story before: the published one, or else the last.</summary>
    public static Candidate? Earlier(Candidate leader, IEnumerable<Candidate> candidates) =>
        candidates
            .Where(candidate => candidate is { PackId: not null, Source: not null } && candidate.Source.ItemId != leader.Source?.ItemId)
            .OrderByDescending(candidate => candidate.State == CandidateState.Approved)
            .ThenByDescending(candidate => candidate.ArrivedAt)
            .ThenBy(candidate => candidate.Id)
            .FirstOrDefault();

    /// <summary>Of the capped list each time the same ones, whatever came first.</summary>
    public static IReadOnlyList<SourceItem> Capped(IEnumerable<SourceItem> sources) =>
        [
            .. sources
                .DistinctBy(source => source.ItemId)
                .OrderBy(source => source.FetchedAt)
                .ThenBy(source => source.ItemId)
                .Take(MostFurther),
        ];

    /// <summary>Who waits, and who was merged into one that waits, or that ended since without being published: blocked, skipped,
    /// expired.</summary>
    private static List<Candidate> Open(IReadOnlyCollection<Candidate> candidates)
    {
        var heads = candidates
            .Where(candidate => candidate is { State: CandidateState.Waiting or CandidateState.Blocked, PackId: null, ReturnedFrom: null })
            .ToList();
        return
        [
            .. heads.Where(candidate => candidate.State == CandidateState.Waiting),
            .. candidates.Where(candidate =>
                candidate.State == CandidateState.Merged
                && (
                    heads.Exists(head => head.Id == candidate.MergedInto)
                    || candidates.Any(head =>
                        head.Id == candidate.MergedInto && head is { State: CandidateState.Skipped or CandidateState.Expired }
                    )
                )
            ),
        ];
    }

    private static IReadOnlyList<SourceItem> FurtherSources(
        Candidate leader,
        List<Candidate> open,
        IReadOnlyCollection<Candidate> candidates
    )
    {
        var refused = candidates
            .Where(candidate => candidate.Verdict == Verdict.Blocked)
            .Select(candidate => candidate.Source?.ItemId)
            .ToHashSet();
        return Capped(
            open.Select(candidate => candidate.Source!)
                .Concat(open.SelectMany(candidate => candidate.Related))
                .Where(source => source.ItemId != leader.Source!.ItemId && !refused.Contains(source.ItemId))
        );
    }

    /// <summary>Where the shown sources disagree, whichever of them the screening found it by.</summary>
    private static IReadOnlyList<Finding> Conflicts(Candidate leader, List<Candidate> open, IReadOnlyList<SourceItem> further)
    {
        var shown = further.Select(source => source.ItemId).Append(leader.Source!.ItemId).ToHashSet();
        return
        [
            .. open.Where(candidate => candidate != leader)
                .OrderBy(candidate => candidate.Id)
                .SelectMany(candidate => candidate.Screening!.Findings)
                .Where(finding => finding.Spans.Count > 0 && finding.Spans.All(span => shown.Contains(span.ItemId))),
        ];
    }
}
