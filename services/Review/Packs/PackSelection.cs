using NewsEducator.Review.Candidates;

namespace NewsEducator.Review.Packs;

/// <summary>Which candidates a pack offers, and in what order.</summary>
internal static class PackSelection
{
    /// <summary>
    /// What came back from verification first; then the best above the floor, where each further candidate of one concept or one source counts
    /// less than the one before, so that a day's pack is not about one thing. One step a place and candidate.
    /// </summary>
    /// <param name="candidates">That wait.</param>
    /// <param name="ranking">Its weights, floor and the pack's size.</param>
    /// <param name="now">The present time.</param>
    public static List<Candidate> Best(IEnumerable<Candidate> candidates, RankingOptions ranking, DateTimeOffset now)
    {
        var (returned, others) = Split(candidates.OrderBy(candidate => candidate.Id));
        var best = returned.Take(ranking.PackSize).ToList();
        var left = others.Where(candidate => ranking.IsAboveFloor(candidate)).Select(candidate => (Candidate: candidate, Worth: ranking.WorthOf(candidate, now))).ToList();
        var taken = new Dictionary<string, int>(StringComparer.Ordinal);
        while (best.Count < ranking.PackSize && left.Count > 0)
        {
            var next = left.MaxBy(each => each.Worth - (ranking.RepeatPenalty * TakenOf(taken, ConceptOf(each.Candidate))) - (ranking.SourcePenalty * TakenOf(taken, SourceOf(each.Candidate))));
            left.Remove(next);
            best.Add(next.Candidate);
            taken[ConceptOf(next.Candidate)] = TakenOf(taken, ConceptOf(next.Candidate)) + 1;
            taken[SourceOf(next.Candidate)] = TakenOf(taken, SourceOf(next.Candidate)) + 1;
        }

        return best;
    }

    private static (List<Candidate> Returned, List<Candidate> Others) Split(IEnumerable<Candidate> candidates)
    {
        var byReturn = candidates.ToLookup(candidate => candidate is { ReturnedFrom: not null, Offers: 1 });
        return ([.. byReturn[true]], [.. byReturn[false]]);
    }

    private static int TakenOf(Dictionary<string, int> taken, string key) => taken.GetValueOrDefault(key);

    private static string ConceptOf(Candidate candidate) => $"concept {candidate.Content.Concept.Key}";

    // A repository, a channel or a site: host and the first two parts of the path where the host has many authors.
    private static string SourceOf(Candidate candidate) =>
        candidate.Source?.Author is { Length: > 0 } author ? $"source {author}"
        : Uri.TryCreate(candidate.Url, UriKind.Absolute, out var url) ? $"source {url.Host}{string.Concat(url.Segments.Take(3))}"
        : $"source {candidate.Id}";
}
