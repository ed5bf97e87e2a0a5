using Microsoft.EntityFrameworkCore;
using NewsEducator.Testing;

namespace NewsEducator.ServiceDefaults.Tests;

/// <summary>What every service removes by itself, as it runs.</summary>
[Collection("servers")]
public sealed class RetentionTests
{
    [Fact]
    public async Task Old_inbox_rows_and_discarded_dead_letters_go_in_batches_and_what_waits_for_a_person_stays()
    {
        var (database, messaging) = await LedgerService.NewGroundAsync();
        await using (var before = await LedgerService.StartAsync(database, messaging))
        {
            await SqlAsync(
                before,
                """
                INSERT INTO inbox (consumer, message_type, natural_key, handled_at)
                SELECT 'ledger-post', 'Ordered', n::text, now() - interval '401 days' FROM generate_series(1, 2500) AS n
                UNION ALL SELECT 'ledger-post', 'Ordered', 'young', now() - interval '399 days'
                """
            );
            await SqlAsync(before, Letters("old", "400 days", "91 days"));
            await SqlAsync(before, Letters("young", "400 days", "89 days"));
            await SqlAsync(before, Letters("undecided", "4000 days", null));
        }

        await using var service = await LedgerService.StartAsync(
            database,
            messaging,
            settings: new Dictionary<string, string?> { ["ServiceDefaults:Retention:Interval"] = "00:00:00.1" }
        );

        await Eventually.GetAsync(
            () => CountAsync(service, "SELECT count(*)::int AS \"Value\" FROM inbox"),
            count => count == 1,
            "the inbox"
        );
        await Eventually.GetAsync(
            () => CountAsync(service, "SELECT count(*)::int AS \"Value\" FROM dead_letters"),
            count => count == 2,
            "the dead letters"
        );
        (await CountAsync(service, "SELECT count(*)::int AS \"Value\" FROM dead_letters WHERE message_id = 'undecided'")).ShouldBe(1);
        (await CountAsync(service, "SELECT count(*)::int AS \"Value\" FROM inbox WHERE natural_key = 'young'")).ShouldBe(1);
    }

    private static string Letters(string id, string age, string? discarded) =>
        $$$"""
            INSERT INTO dead_letters (consumer, message_id, message_type, body, is_truncated, content_type, headers, reason, fingerprint,
                first_at, last_at, count, discarded_at)
            VALUES ('ledger-post', '{{{id}}}', 'Ordered', '', false, 'application/json', '{{}}', '', 'f', now() - interval '{{{age}}}',
                now() - interval '{{{age}}}', 1, {{{(discarded is null ? "NULL" : $"now() - interval '{discarded}'")}}})
            """;

    private static Task<int> SqlAsync(LedgerService service, string sql) => service.WithDbAsync(db => db.Database.ExecuteSqlRawAsync(sql));

    private static Task<int> CountAsync(LedgerService service, string sql) =>
        service.WithDbAsync(db => db.Database.SqlQueryRaw<int>(sql).SingleAsync());
}
