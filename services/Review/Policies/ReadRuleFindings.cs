using Microsoft.EntityFrameworkCore;
using NewsEducator.Review.Data;

namespace NewsEducator.Review.Policies;

/// <summary>What each rule found in the candidates of the last two weeks.</summary>
internal sealed class ReadRuleFindings(ReviewDb db, TimeProvider time)
{
    public const int Days = 14;
    private const int MostExamples = 3;

    private sealed record Row(string Rule, Guid Id, string Title, int Candidates);

    /// <returns>By rule; one that found nothing is missing.</returns>
    public async Task<IReadOnlyDictionary<string, RuleFindings>> ReadAsync(CancellationToken cancellationToken)
    {
        var since = time.GetUtcNow().AddDays(-Days);
        var rows = await db
            .Database.SqlQuery<Row>(
                $"""
                SELECT rule, id, title, candidates FROM (
                    SELECT rule, id, title,
                        (count(*) OVER (PARTITION BY rule))::int AS candidates,
                        row_number() OVER (PARTITION BY rule ORDER BY arrived_at DESC, id) AS place
                    FROM (
                        SELECT DISTINCT finding->>'rule' AS rule, id, coalesce(content->>'title', url) AS title, arrived_at
                        FROM candidates, jsonb_array_elements(screening->'findings') AS finding
                        WHERE arrived_at >= {since}
                    ) AS found
                ) AS ordered
                WHERE place <= {MostExamples}
                ORDER BY rule, place
                """
            )
            .ToListAsync(cancellationToken);
        return rows.GroupBy(row => row.Rule)
            .ToDictionary(
                group => group.Key,
                group => new RuleFindings(group.First().Candidates, [.. group.Select(row => new RuleFindings.Example(row.Id, row.Title))])
            );
    }
}

/// <summary>What a rule found lately.</summary>
/// <param name="Candidates">In how many candidates.</param>
/// <param name="Latest">Some of them.</param>
public sealed record RuleFindings(int Candidates, IReadOnlyList<RuleFindings.Example> Latest)
{
    public sealed record Example(Guid Id, string Title);
}
