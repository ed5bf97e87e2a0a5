using Microsoft.EntityFrameworkCore;
using NewsEducator.Publisher.Data;

namespace NewsEducator.Publisher.Notes;

/// <summary>Remembers which notes are this service's own. What is to be written is committed before the file is touched: a service that is
/// killed in between knows its own text again.</summary>
internal sealed class WrittenNotes(PublisherDb db, IServiceScopeFactory scopes)
{
    public Task<WrittenNote?> FindAsync(string path, CancellationToken cancellationToken) =>
        db.WrittenNotes.AsNoTracking().SingleOrDefaultAsync(note => note.Path == path, cancellationToken);

    public Task BeginAsync(WrittenNote note, CancellationToken cancellationToken) =>
        CommitAsync(
            $"""
            INSERT INTO written_notes (path, sha256, former_sha256, digest_date, item_id)
            VALUES ({note.Path}, {note.Sha256}, {note.FormerSha256}, {note.DigestDate}, {note.ItemId})
            ON CONFLICT (path) DO UPDATE SET sha256 = excluded.sha256, former_sha256 = excluded.former_sha256
            """,
            cancellationToken
        );

    /// <summary>Somebody who restores the former text from now on has edited the note.</summary>
    public Task EndAsync(string path, CancellationToken cancellationToken) =>
        CommitAsync($"UPDATE written_notes SET former_sha256 = NULL WHERE path = {path}", cancellationToken);

    // Not in the caller's transaction, which ends after the files.
    private async Task CommitAsync(FormattableString sql, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<PublisherDb>().Database.ExecuteSqlAsync(sql, cancellationToken);
    }
}
