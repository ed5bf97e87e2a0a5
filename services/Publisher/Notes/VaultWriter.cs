using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NewsEducator.Publisher.Data;
using NewsEducator.Publisher.Notes.Repository;
using NewsEducator.ServiceDefaults;

namespace NewsEducator.Publisher.Notes;

/// <summary>Writes what the vault lacks, and tries again with growing pauses for as long as it cannot. One digest keeps no other
/// waiting.</summary>
/// <remarks>Replicas share the table by SKIP LOCKED.</remarks>
internal sealed class VaultWriter(
    IServiceScopeFactory scopes,
    VaultSignal signal,
    IOptions<PublisherOptions> options,
    IOptions<GitOptions> git,
    TimeProvider time,
    ILogger<VaultWriter> logger
) : BackgroundService
{
    private static readonly TimeSpan PollInterval = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (string.IsNullOrEmpty(options.Value.NotesFolder))
        {
            return;
        }

        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                while (await WriteNextAsync(stoppingToken)) { }
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                logger.LogWarning(error, "The vault's notes could not be looked through; it is tried again.");
            }

            await signal.WaitAsync(PollInterval, stoppingToken);
        }
    }

    /// <returns>Whether there was something to write.</returns>
    private async Task<bool> WriteNextAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PublisherDb>();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var now = time.GetUtcNow();
        var due = await db
            .PendingNotes.FromSql(
                $"SELECT * FROM outdated_notes WHERE next_at <= {now} ORDER BY next_at, date LIMIT 1 FOR UPDATE SKIP LOCKED"
            )
            .SingleOrDefaultAsync(cancellationToken);
        if (due is null)
        {
            return false;
        }

        await TryAsync(scope.ServiceProvider.GetRequiredService<DigestNotes>(), db, due, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    private async Task TryAsync(DigestNotes notes, PublisherDb db, PendingNotes due, CancellationToken cancellationToken)
    {
        try
        {
            var written = await notes.WriteAsync(due.Date, cancellationToken);
            db.PendingNotes.Remove(due);
            if (written is not null && git.Value.IsOn)
            {
                await ToCommitAsync(db, due.Date, written, cancellationToken);
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            if (due.Reason != error.Message)
            {
                logger.LogWarning("The notes of {Date} cannot be written and are written later: {Reason}", due.Date, error.Message);
            }

            (due.Failures, due.Reason) = (due.Failures + 1, error.Message);
            due.NextAt = time.GetUtcNow() + Backoff.After(due.Failures);
            PublisherMetrics.NotWritten();
        }
    }

    private async Task ToCommitAsync(PublisherDb db, DateOnly date, WrittenDigest written, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO uncommitted_notes (date, revision, written_at, removed) VALUES ({date}, {written.Revision}, {now}, {written.Removed})
            ON CONFLICT (date) DO UPDATE SET revision = excluded.revision, written_at = excluded.written_at,
                removed = uncommitted_notes.removed || excluded.removed
            """,
            cancellationToken
        );
        await SaveNotes.AskForAsync(db, now, cancellationToken);
    }
}
