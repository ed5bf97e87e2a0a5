using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NewsEducator.Publisher.Cards;
using NewsEducator.Publisher.Coverage;
using NewsEducator.Publisher.Data;
using NewsEducator.Publisher.Digests;
using NewsEducator.ServiceDefaults.Files;

namespace NewsEducator.Publisher.Notes;

/// <summary>Writes a digest, its cards and the index block into the vault; again and again the same bytes.</summary>
internal sealed class DigestNotes(PublisherDb db, WrittenNotes written, IOptions<PublisherOptions> options, ILogger<DigestNotes> logger)
{
    private const int IndexedDigests = 400;
    private const int MostAttempts = 20;
    private const long OneReplicaAtATime = 0x4E65_7773_496E_6478;

    /// <exception cref="IOException">The vault cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The vault may not be written.</exception>
    /// <exception cref="InvalidDataException">The index note's markers are broken.</exception>
    /// <returns>Null where there is no such digest.</returns>
    public async Task<WrittenDigest?> WriteAsync(DateOnly date, CancellationToken cancellationToken)
    {
        if (await ReadDigests.FindAsync(db, date, cancellationToken) is not { } digest)
        {
            return null;
        }

        var note = PathOf(options.Value.DigestPath, date, "");
        await WriteOwnAsync(note, DigestText.Render(digest, options.Value.LabelGenerated), date, null, cancellationToken);
        var cards = await db.Cards.AsNoTracking().Where(card => card.DigestDate == date).ToListAsync(cancellationToken);
        List<string> removed = [];
        foreach (var card in cards)
        {
            var item = digest.Items.Single(each => each.ItemId == card.ItemId);
            var text = item.WithdrawnAt is null ? CardText.Render(card, item) : CardText.RenderWithdrawn(card, item);
            var name = await WriteOwnAsync(PathOf(options.Value.CardPath, date, card.Slug), text, date, card.ItemId, cancellationToken);
            removed.AddRange(await RemoveFormerAsync(date, card.ItemId, name, cancellationToken));
        }

        await WriteIndexAsync(cancellationToken);
        PublisherMetrics.Written(cards.Count + 2);
        return new WrittenDigest(digest.Revision, [.. removed]);
    }

    private async Task WriteIndexAsync(CancellationToken cancellationToken)
    {
        // Held until the caller commits. Without it, whoever lists the digests first may write last, and leave one out.
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({OneReplicaAtATime})", cancellationToken);
        var digests = await db
            .Digests.AsNoTracking()
            .OrderByDescending(digest => digest.Date)
            .Take(IndexedDigests)
            .Select(digest => new IndexedDigest(digest.Date, digest.Items.Count(item => item.WithdrawnAt == null)))
            .ToListAsync(cancellationToken);
        var name = Path.GetFileNameWithoutExtension(options.Value.DigestPath);
        var coverage = await CoverageMap.ReadAsync(db, cancellationToken);
        await ReplaceAsync(options.Value.IndexPath, before => IndexBlock.Rewrite(before ?? [], digests, coverage, name), cancellationToken);
    }

    private static string PathOf(string template, DateOnly date, string slug) =>
        template
            .Replace("{date}", date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{slug}", slug, StringComparison.Ordinal);

    /// <summary>Writes a note, beside it where a person has one of the name or has edited ours.</summary>
    /// <returns>The name that it was written under.</returns>
    private async Task<string> WriteOwnAsync(string path, string text, DateOnly date, Guid? itemId, CancellationToken cancellationToken)
    {
        var content = Encoding.UTF8.GetBytes(text);
        var (name, before) = (path, await ReadAsync(path, cancellationToken));
        while (!await IsOursAsync(name, before, content, cancellationToken))
        {
            logger.LogWarning("{Note} is a person's, or a person has edited it: it is left alone and ours is written beside it.", name);
            name = Vault.Beside(name);
            before = await ReadAsync(name, cancellationToken);
        }

        var note = new WrittenNote
        {
            Path = name,
            Sha256 = Vault.HashOf(content),
            FormerSha256 = before is null ? null : Vault.HashOf(before),
            DigestDate = date,
            ItemId = itemId,
        };
        await written.BeginAsync(note, cancellationToken);
        await ReplaceAsync(
            name,
            now => now is null || note.Holds(now) ? content : throw new IOException($"'{name}' is being edited; it is written later."),
            cancellationToken
        );
        await written.EndAsync(name, cancellationToken);
        return name;
    }

    private async Task<bool> IsOursAsync(string path, byte[]? before, byte[] content, CancellationToken cancellationToken) =>
        before is null
            ? !Vault.IsTaken(options.Value.NotesFolder!, path)
            : before.AsSpan().SequenceEqual(content) || (await written.FindAsync(path, cancellationToken))?.Holds(before) == true;

    private Task<byte[]?> ReadAsync(string path, CancellationToken cancellationToken) =>
        Vault.ReadAsync(options.Value.NotesFolder!, path, cancellationToken);

    /// <summary>A card that was taken down has another name; the file of the former one goes, unless a person has edited it.</summary>
    /// <returns>What was removed.</returns>
    private async Task<List<string>> RemoveFormerAsync(DateOnly date, Guid itemId, string current, CancellationToken cancellationToken)
    {
        List<string> removed = [];
        var former = await db
            .WrittenNotes.Where(note => note.DigestDate == date && note.ItemId == itemId && note.Path != current)
            .ToListAsync(cancellationToken);
        foreach (var note in former)
        {
            var before = await ReadAsync(note.Path, cancellationToken);
            if (before is not null && !note.Holds(before))
            {
                logger.LogWarning(
                    "{Note} holds text that was withdrawn, and a person's edits: it is left alone. Please mend it.",
                    note.Path
                );
                continue;
            }

            File.Delete(Path.Combine(options.Value.NotesFolder!, note.Path));
            db.WrittenNotes.Remove(note);
            removed.Add(note.Path);
        }

        return removed;
    }

    /// <summary>Made from what the file holds; made again if a person saves it meanwhile, so that nothing of theirs is lost.</summary>
    private async Task ReplaceAsync(string path, Func<byte[]?, byte[]> make, CancellationToken cancellationToken)
    {
        var file = Path.Combine(options.Value.NotesFolder!, path);
        for (var attempt = 0; attempt < MostAttempts; attempt++)
        {
            var before = await SharedFile.ReadAsync(file, cancellationToken);
            var content = make(before);
            if (before.AsSpan().SequenceEqual(content) || await SharedFile.ReplaceAsync(file, before, content, cancellationToken))
            {
                return;
            }
        }

        throw new IOException($"'{file}' is being changed all the time; it is written later.");
    }
}

/// <summary>What was written of a digest.</summary>
/// <param name="Revision">Of the digest.</param>
/// <param name="Removed">Notes of a former revision.</param>
internal sealed record WrittenDigest(int Revision, string[] Removed);
