using NewsEducator.Review.Candidates;

namespace NewsEducator.Review.Packs;

/// <summary>Which candidates a pack offers, and in what order.</summary>
internal static class PackSelection
{
    /// <summary>
    /// What came back from verification first; then the best, where each further candidate of one concept counts <paramref name="repeatPenalty"/>
    /// points less than the one before, so that a day's pack is not about one thing. n log n for the sort, then one step a place and concept.
    /// </summary>
    public static List<Candidate> Best(IEnumerable<Candidate> candidates, int size, double repeatPenalty)
    {
        var (returned, others) = Split(candidates.OrderByDescending(candidate => candidate.Score).ThenBy(candidate => candidate.Id));
        var best = returned.Take(size).ToList();
        var concepts = others.GroupBy(candidate => candidate.Content.Concept.Key).Select(group => new ConceptQueue(group)).ToList();
        while (best.Count < size && concepts.Where(queue => queue.HasNext).MaxBy(queue => queue.Worth(repeatPenalty)) is { } next)
        {
            best.Add(next.Take());
        }

        return best;
    }

    private static (List<Candidate> Returned, List<Candidate> Others) Split(IEnumerable<Candidate> candidates)
    {
        var byReturn = candidates.ToLookup(candidate => candidate is { ReturnedFrom: not null, Offers: 1 });
        return ([.. byReturn[true]], [.. byReturn[false]]);
    }

    /// <summary>One concept's candidates, best first.</summary>
    private sealed class ConceptQueue(IEnumerable<Candidate> candidates)
    {
        private readonly List<Candidate> _candidates = [.. candidates];
        private int _taken;

        public bool HasNext => _taken < _candidates.Count;

        public double Worth(double repeatPenalty) => _candidates[_taken].Score - (repeatPenalty * _taken);

        public Candidate Take() => _candidates[_taken++];
    }
}
