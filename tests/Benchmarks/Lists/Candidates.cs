using Microsoft.EntityFrameworkCore;
using NewsEducator.Review.Data;

namespace NewsEducator.Benchmarks.Lists;

/// <summary>A history of candidates as a few years leave it.</summary>
internal static class Candidates
{
    /// <remarks>The text index has no part in the list and would take longer to build than all the rest.</remarks>
    public static async Task FillAsync(ReviewDb db, int rows)
    {
        await db.Database.ExecuteSqlAsync($"""DROP INDEX "IX_candidates_search_text" """);
        await db.Database.ExecuteSqlAsync(
            $$"""
            INSERT INTO candidates (id, state, url, source, content, revision, is_edited, screening, opinions, score, arrived_at, version)
            SELECT gen_random_uuid(), (ARRAY['Expired', 'Skipped', 'Approved'])[1 + n % 3], 'https://github.com/northwind-labs/ledger/issues/' || n,
                jsonb_build_object('kind', 'GitHubIssue', 'itemId', gen_random_uuid(), 'snapshotId', repeat('a', 64), 'canonicalUrl', '', 'finalUrl', '', 'title', '',
                    'publishedAt', now(), 'fetchedAt', now(), 'score', 7),
                jsonb_build_object('title', '第 ' || n || ' 条', 'type', '生产事故', 'text', repeat('升级之后连接池耗尽。', 12), 'language', 'zh',
                    'concept', jsonb_build_object('key', 'pool', 'name', '连接池'), 'terms', '[]'::jsonb, 'claims', '[]'::jsonb),
                1, false,
                jsonb_build_object('revision', 1, 'verdict', 'Pass', 'findings', '[]'::jsonb, 'sentences', '[]'::jsonb, 'policyVersion', 'p1', 'screenedAt', now()),
                '[]'::jsonb, 6 + n % 40 / 10.0, now() - n * interval '90 seconds', 1
            FROM generate_series(1, {{rows}}) n
            """
        );
        await db.Database.ExecuteSqlAsync($"VACUUM ANALYZE candidates");
    }
}
