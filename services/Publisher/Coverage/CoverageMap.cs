using Microsoft.EntityFrameworkCore;
using NewsEducator.Contracts;
using NewsEducator.Publisher.Data;
using NewsEducator.Publisher.Digests;

namespace NewsEducator.Publisher.Coverage;

/// <summary>All concepts: which were covered when and how often, and the gaps.</summary>
/// <param name="Covered">What was covered last comes first.</param>
/// <param name="Gaps">Never covered, in the map's order.</param>
public sealed record CoverageMap(IReadOnlyList<ConceptCoverage> Covered, IReadOnlyList<ConceptCoverage> Gaps)
{
    // Counted from the newest digest, not from today: the same content gives the same bytes.
    private const int LongAgoDays = 30;

    public int Count => Covered.Count + Gaps.Count;

    public bool IsLongAgo(ConceptCoverage concept) => concept.Dates[0] < Covered[0].Dates[0].AddDays(-LongAgoDays);

    internal static async Task<CoverageMap> ReadAsync(PublisherDb db, CancellationToken cancellationToken)
    {
        var known = await db.KnownConcepts.AsNoTracking().OrderBy(each => each.Place).ToListAsync(cancellationToken);
        var names = (await ReadItems.ConceptsAsync(db, cancellationToken)).ToDictionary(topic => topic.Address, topic => topic.Name);
        var published = await Published
            .Items(db)
            .GroupBy(item => new { item.ConceptKey, item.DigestDate })
            .Select(day => new
            {
                day.Key.ConceptKey,
                day.Key.DigestDate,
                Items = day.Count(),
            })
            .ToListAsync(cancellationToken);
        var covered = published
            .Where(day => day.ConceptKey != Concept.NoneKey)
            .GroupBy(day => day.ConceptKey)
            .Select(days => new ConceptCoverage(
                days.Key,
                names.GetValueOrDefault(Uri.EscapeDataString(days.Key), days.Key),
                days.Sum(day => day.Items),
                [.. days.Select(day => day.DigestDate).OrderDescending()]
            ))
            .OrderByDescending(each => each.Dates[0])
            .ThenByDescending(each => each.Items)
            .ThenBy(each => each.Name, StringComparer.Ordinal)
            .ToList();
        var keys = covered.Select(each => each.Key).ToHashSet();
        return new CoverageMap(
            covered,
            [.. known.Where(each => !keys.Contains(each.Key)).Select(each => new ConceptCoverage(each.Key, each.Name, 0, []))]
        );
    }
}
