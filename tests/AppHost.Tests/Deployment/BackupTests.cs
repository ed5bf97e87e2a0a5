using NewsEducator.Testing;
using Npgsql;

namespace NewsEducator.AppHost.Tests.Deployment;

/// <summary>The rehearsal: what runs is backed up and restored onto another PostgreSQL and into another vault.</summary>
[Collection(ComposeCollection.Name)]
[Trait("Category", "Long")]
public sealed class BackupTests(ComposeRun run) : IAsyncLifetime
{
    private const string Note = "02-学习记录/01-日报/2026-11-23-资讯日报.md";

    private static readonly string[] Databases = ["collectordb", "summarizerdb", "compliancedb", "reviewdb", "publisherdb"];

    private readonly TemporaryFolder _folder = new();
    private DeployedPostgres? _other;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string Restored => _folder.In("vault");

    public async ValueTask InitializeAsync()
    {
        File.SetUnixFileMode(_folder.Path, (UnixFileMode)Convert.ToInt32("755", 8));
        _other = new DeployedPostgres(_folder.In("postgres"), _folder.In("secrets"));
        run.WriteSecrets(_folder.In("secrets"), _other);
        _other.Start();
        await _other.AnswersAsync();
        _other.MakeDatabases();
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(run.Vault, Note))!);
        await File.WriteAllTextAsync(Path.Combine(run.Vault, Note), "# 日报\n", Cancel);
        await AnnounceAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _other!.StopAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task What_was_backed_up_is_restored_once_and_announces_nothing_again()
    {
        var before = await RowsAsync(run.Postgres);
        var backup = Backup();

        var (exitCode, said) = Restore(backup, "--published-until", "2026-11-25");

        exitCode.ShouldBe(0, said);
        said.ShouldContain("What is dated until 2026-11-25 is not published again.");
        var after = await RowsAsync(_other!);
        after["publisherdb.restored_copies"].ShouldBe(1);
        after["publisherdb.outbox"].ShouldBe(before["publisherdb.outbox"] - 1);
        // What runs goes on while it is backed up, so these may have grown.
        before.Keys.Except(["publisherdb.restored_copies", "publisherdb.outbox"]).ShouldAllBe(table => after[table] >= before[table]);
        before["compliancedb.policy_versions"].ShouldBe(1);
        (await OneAsync(_other!, "publisherdb", "SELECT state || coalesce(next_at::text, '') FROM webhook_deliveries")).ShouldBe(
            "Cancelled"
        );
        (await OneAsync(run.Postgres, "publisherdb", "SELECT state FROM webhook_deliveries")).ShouldBe("Pending");
        (await OneAsync(_other!, "publisherdb", "SELECT state FROM mail_issues")).ShouldBe("Waiting");
        // The schema is complete and belongs to the service.
        (await OneAsync(_other!, "reviewdb", "SELECT tableowner FROM pg_tables WHERE tablename = 'history'")).ShouldBe("review");
        (await File.ReadAllTextAsync(Path.Combine(Restored, Note), Cancel)).ShouldBe("# 日报\n");

        Restore(backup).ShouldBe((1, "error: collectordb is not empty: restore onto a new PostgreSQL, nothing is written over"));
    }

    [Fact]
    public async Task A_damaged_backup_or_a_vault_in_use_restores_nothing()
    {
        var backup = Backup();
        Directory.CreateDirectory(Restored);
        await File.WriteAllTextAsync(Path.Combine(Restored, "mine.md"), "mine", Cancel);
        Restore(backup).ShouldBe((1, $"error: the vault {Restored} is not empty: nothing is written over"));

        Restore(backup, "--published-until", "31.12.2026").ShouldBe((1, "error: 31.12.2026 is no date: give YYYY-MM-DD"));
        Restore(backup, "--published-until", "2026-02-30").ExitCode.ShouldBe(1);

        await File.AppendAllTextAsync(Path.Combine(backup, "reviewdb.dump"), "x", Cancel);
        var (exitCode, said) = Restore(backup);

        exitCode.ShouldBe(1);
        said.ShouldContain($"error: {backup} is damaged");
        (await RowsAsync(_other!)).ShouldBeEmpty();
    }

    private string Backup()
    {
        var (exitCode, said) = Script.Run("tools/backup", run.Postgres.Client, _folder.In("backups"), "--vault", run.Vault);
        exitCode.ShouldBe(0, said);
        return said;
    }

    private (int ExitCode, string Said) Restore(string backup, params string[] options) =>
        Script.Run("tools/restore", _other!.Client, [backup, "--vault", Restored, .. options]);

    /// <summary>A digest that is announced in an hour, to a webhook and on the exchange.</summary>
    private async Task AnnounceAsync()
    {
        await using var publisher = await run.Postgres.OpenAsync("publisherdb");
        await using var insert = new NpgsqlCommand(
            """
            DELETE FROM mail_issues; DELETE FROM webhooks; DELETE FROM announced_events; DELETE FROM outbox WHERE not_before > now();
            INSERT INTO announced_events (id, type, at, body, items, types, concepts)
            VALUES (gen_random_uuid(), 'digest.published.v1', now(), '{}', '{}', '{}', '{}');
            INSERT INTO webhooks (id, url, events, types, concepts, created_by, created_at, version, secret_version)
            VALUES (gen_random_uuid(), 'https://receiver.example/', '{}', '{}', '{}', 'local', now(), 1, 1);
            INSERT INTO webhook_deliveries (webhook_id, event_id, state, attempts, since, next_at)
            SELECT webhooks.id, announced_events.id, 'Pending', 1, now(), now() + interval '1 hour' FROM webhooks, announced_events;
            INSERT INTO mail_issues (date, revision, state, due_at) VALUES ('2026-11-20', 1, 'Sending', now());
            INSERT INTO outbox (message_id, type, body, created_at, not_before)
            VALUES (
                gen_random_uuid(), 'NewsEducator.Contracts.DigestPublished, NewsEducator.Contracts', '{}', now(), now() + interval '1 hour');
            """,
            publisher
        );
        await insert.ExecuteNonQueryAsync(Cancel);
    }

    /// <returns>The number of rows of each table.</returns>
    private static async Task<Dictionary<string, long>> RowsAsync(DeployedPostgres postgres)
    {
        var rows = new Dictionary<string, long>();
        foreach (var database in Databases)
        {
            await using var connection = await postgres.OpenAsync(database);
            await using var count = new NpgsqlCommand(
                """
                SELECT tablename::text, (xpath('/row/c/text()', counted))[1]::text::bigint
                FROM pg_tables, query_to_xml(format('SELECT count(*) AS c FROM %I', tablename), false, true, '') AS counted
                WHERE schemaname = 'public'
                """,
                connection
            );
            await using var reader = await count.ExecuteReaderAsync(Cancel);
            while (await reader.ReadAsync(Cancel))
            {
                rows[$"{database}.{reader.GetString(0)}"] = reader.GetInt64(1);
            }
        }

        return rows;
    }

    private static async Task<object?> OneAsync(DeployedPostgres postgres, string database, string sql)
    {
        await using var connection = await postgres.OpenAsync(database);
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(Cancel);
    }
}
