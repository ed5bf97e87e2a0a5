using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NewsEducator.Compliance.Data;
using NewsEducator.Compliance.Policies;
using NewsEducator.Compliance.Screenings;
using NewsEducator.Contracts;

namespace NewsEducator.Compliance.Shadow;

/// <summary>What shadow rules found, so that somebody can decide whether they shall count.</summary>
internal static class ReadShadow
{
    private const int MostExamples = 5;

    /// <param name="Screenings">All that were made in this time.</param>
    internal sealed record Report(DateTimeOffset Since, int Screenings, IReadOnlyList<RuleReport> Rules);

    /// <param name="Found">Screenings in which the rule found something while it was a shadow rule.</param>
    /// <param name="WouldChange">Of these, where the verdict would have been another.</param>
    internal sealed record RuleReport(string Rule, bool InShadow, int Found, int WouldChange, IReadOnlyList<Example> Examples);

    internal sealed record Example(
        Guid CandidateId,
        string? Title,
        string? Url,
        DateTimeOffset ScreenedAt,
        Verdict Verdict,
        Verdict WouldBe,
        IReadOnlyList<Finding> Findings
    );

    private sealed record Tally(string Rule, int Found, int WouldChange);

    public static async Task<Ok<Report>> Handle(
        DateTimeOffset? since,
        ComplianceDb db,
        PolicyInForce policies,
        IOptions<ComplianceOptions> options,
        TimeProvider time,
        CancellationToken cancellationToken
    )
    {
        var from = since?.ToUniversalTime() ?? time.GetUtcNow() - options.Value.Window;
        var policy = await policies.GetAsync(cancellationToken);
        var tallies = await TallyAsync(db, from, cancellationToken);
        var rules = new List<RuleReport>();
        foreach (var rule in policy.Shadow.Union(tallies.Keys).Order(StringComparer.Ordinal))
        {
            var tally = tallies.GetValueOrDefault(rule) ?? new Tally(rule, 0, 0);
            rules.Add(
                new RuleReport(
                    rule,
                    policy.Shadow.Contains(rule),
                    tally.Found,
                    tally.WouldChange,
                    await ExamplesAsync(db, rule, from, cancellationToken)
                )
            );
        }

        return TypedResults.Ok(
            new Report(from, await db.Screenings.CountAsync(screening => screening.ScreenedAt >= from, cancellationToken), rules)
        );
    }

    private static async Task<Dictionary<string, Tally>> TallyAsync(
        ComplianceDb db,
        DateTimeOffset since,
        CancellationToken cancellationToken
    ) =>
        (
            await db
                .Database.SqlQuery<Tally>(
                    $"""
                    SELECT hit->>'rule' AS rule, count(*)::int AS found, (count(*) FILTER (WHERE hit->>'wouldBe' <> verdict))::int AS would_change
                    FROM screenings, jsonb_array_elements(shadow) AS hit
                    WHERE screened_at >= {since}
                    GROUP BY 1
                    """
                )
                .ToListAsync(cancellationToken)
        ).ToDictionary(tally => tally.Rule);

    /// <summary>The latest, those that would have changed a verdict first.</summary>
    private static async Task<IReadOnlyList<Example>> ExamplesAsync(
        ComplianceDb db,
        string rule,
        DateTimeOffset since,
        CancellationToken cancellationToken
    )
    {
        var screenings = await db
            .Screenings.FromSql(
                $"""
                SELECT screenings.* FROM screenings, jsonb_array_elements(shadow) AS hit
                WHERE screened_at >= {since} AND hit->>'rule' = {rule}
                ORDER BY hit->>'wouldBe' <> verdict DESC, screened_at DESC
                LIMIT {MostExamples}
                """
            )
            .AsNoTracking()
            .ToListAsync(cancellationToken);
        return [.. screenings.Select(screening => ExampleOf(screening, screening.Shadow.First(hit => hit.Rule == rule)))];
    }

    private static Example ExampleOf(Screening screening, ShadowHit hit) =>
        new(
            screening.CandidateId,
            screening.Request?.Summary.Title,
            screening.Request?.Source.CanonicalUrl,
            screening.ScreenedAt,
            screening.Verdict,
            hit.WouldBe,
            hit.Findings
        );
}
