using Microsoft.AspNetCore.Http.HttpResults;
using NewsEducator.Contracts;
using Npgsql;

namespace NewsEducator.Review.Reviewers;

/// <summary>What each reviewer did, from the history.</summary>
internal static class GetReviewers
{
    private const string Statistics = """
        WITH acts AS (
            SELECT id, by, pack_id, candidate_id, action, after, at, at - lag(at) OVER (PARTITION BY by, pack_id ORDER BY id) AS pause
            FROM history WHERE at >= $1 AND action IN ('Decided', 'Opined', 'Undone')),
        last AS (SELECT DISTINCT ON (candidate_id, by) candidate_id, by, after FROM acts ORDER BY candidate_id, by, id DESC),
        paired AS (
            SELECT one.by, one.after = other.after AS agreed
            FROM last one JOIN last other ON other.candidate_id = one.candidate_id AND other.by <> one.by
            WHERE one.after IS NOT NULL AND other.after IS NOT NULL
                AND EXISTS (SELECT FROM acts WHERE acts.candidate_id = one.candidate_id AND acts.action = 'Opined')),
        planted AS (
            SELECT last.by, last.after <> 'Approve' AS caught
            FROM last JOIN candidates ON candidates.id = last.candidate_id AND candidates.state = 'Planted'
            WHERE last.after IS NOT NULL)
        SELECT by,
            count(*) FILTER (WHERE action <> 'Undone' AND after IS NOT NULL),
            percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM pause)::float8)
                FILTER (WHERE action <> 'Undone' AND pause > interval '0' AND pause < interval '10 minutes'),
            (SELECT count(*) FROM paired WHERE paired.by = acts.by),
            (SELECT count(*) FROM paired WHERE paired.by = acts.by AND agreed),
            count(*) FILTER (WHERE action = 'Undone'),
            (SELECT count(*) FROM planted WHERE planted.by = acts.by AND caught),
            (SELECT count(*) FROM planted WHERE planted.by = acts.by AND NOT caught)
        FROM acts GROUP BY by ORDER BY by
        """;

    private static readonly TimeSpan DefaultSpan = TimeSpan.FromDays(90);

    /// <param name="since">Only what was done from then on; by default the last 90 days.</param>
    public static async Task<Ok<List<ReviewerView>>> Handle(
        NpgsqlDataSource database,
        TimeProvider time,
        CancellationToken cancellationToken,
        DateTimeOffset? since = null
    )
    {
        await using var command = database.CreateCommand(Statistics);
        command.Parameters.AddWithValue((since ?? time.GetUtcNow() - DefaultSpan).ToUniversalTime());
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        var reviewers = new List<ReviewerView>();
        while (await rows.ReadAsync(cancellationToken))
        {
            reviewers.Add(
                new ReviewerView(
                    rows.GetString(0),
                    rows.GetInt32(1),
                    rows.IsDBNull(2) ? null : rows.GetDouble(2),
                    rows.GetInt32(3),
                    rows.GetInt32(4),
                    rows.GetInt32(5),
                    rows.GetInt32(6),
                    rows.GetInt32(7)
                )
            );
        }

        return TypedResults.Ok(reviewers);
    }
}
