using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NewsEducator.Publisher.Data;
using NewsEducator.Publisher.Digests;
using NewsEducator.Publisher.Notes.Repository;
using NewsEducator.Publisher.Withdrawals;

namespace NewsEducator.Publisher.Notes;

/// <summary>Whether a withdrawal has reached the vault.</summary>
internal sealed class VaultCheck(PublisherDb db, IOptions<PublisherOptions> options, IOptions<GitOptions> git)
{
    public async Task<IEnumerable<ReadWithdrawals.OutputCheck>> OfAsync(DigestItem item, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(options.Value.NotesFolder))
        {
            return [new("vault", true, "no vault is configured")];
        }

        var waiting = await db.PendingNotes.AsNoTracking().SingleOrDefaultAsync(each => each.Date == item.DigestDate, cancellationToken);
        var written = await db
            .WrittenNotes.AsNoTracking()
            .Where(note => note.DigestDate == item.DigestDate && (note.ItemId == null || note.ItemId == item.ItemId))
            .OrderBy(note => note.Path)
            .ToListAsync(cancellationToken);
        var checks = new List<ReadWithdrawals.OutputCheck>();
        foreach (var note in written)
        {
            var bytes = await Vault.ReadAsync(options.Value.NotesFolder, note.Path, cancellationToken);
            var isOurs = bytes is null || note.Holds(bytes);
            checks.Add(
                new($"vault: {note.Path}", isOurs && waiting is null, isOurs ? $"SHA-256 {note.Sha256}" : "kept: a person has edited it")
            );
        }

        if (git.Value.IsOn && item.WithdrawnAs == WithdrawalKind.Takedown)
        {
            checks.Add(
                new("vault: git history", false, "kept: former commits hold the text; a person has to rewrite them, here and at the remote")
            );
        }

        return waiting is null ? checks : [.. checks, new("vault", false, $"waits to be written: {waiting.Reason ?? "soon"}")];
    }
}
