using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NewsEducator.Publisher.Cards;
using NewsEducator.Publisher.Data;
using NewsEducator.Publisher.Digests;
using NewsEducator.ServiceDefaults.Files;

namespace NewsEducator.Publisher.Notes;

/// <summary>Writes a digest, its cards and the index block into the vault; again and again the same bytes.</summary>
internal sealed class DigestNotes(PublisherDb db, IOptions<PublisherOptions> options)
{
    private const int IndexedDigests = 400;
    private const int MostAttempts = 20;

    /// <exception cref="IOException">The vault cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The vault may not be written.</exception>
    /// <exception cref="InvalidDataException">The index note's markers are broken.</exception>
    public async Task WriteAsync(DateOnly date, CancellationToken cancellationToken)
    {
        if (await ReadDigests.FindAsync(db, date, cancellationToken) is not { } digest)
        {
            return;
        }

        await WriteAsync(options.Value.DigestPath, date, "", DigestText.Render(digest), cancellationToken);
        var cards = await db.Cards.AsNoTracking().Where(card => card.DigestDate == date).ToListAsync(cancellationToken);
        foreach (var card in cards)
        {
            var item = digest.Items.Single(each => each.ItemId == card.ItemId);
            await WriteAsync(options.Value.CardPath, date, card.Slug, CardText.Render(card, item), cancellationToken);
        }

        await WriteIndexAsync(cancellationToken);
        PublisherMetrics.Written(cards.Count + 2);
    }

    private async Task WriteIndexAsync(CancellationToken cancellationToken)
    {
        var digests = await db.Digests.AsNoTracking().OrderByDescending(digest => digest.Date).Take(IndexedDigests)
            .Select(digest => new IndexedDigest(digest.Date, digest.Items.Count))
            .ToListAsync(cancellationToken);
        var name = Path.GetFileNameWithoutExtension(options.Value.DigestPath);
        await ReplaceAsync(options.Value.IndexPath, before => IndexBlock.Rewrite(before ?? [], digests, name), cancellationToken);
    }

    private Task WriteAsync(string template, DateOnly date, string slug, string text, CancellationToken cancellationToken)
    {
        var path = template
            .Replace("{date}", date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{slug}", slug, StringComparison.Ordinal);
        return ReplaceAsync(path, _ => Encoding.UTF8.GetBytes(text), cancellationToken);
    }

    /// <summary>Made of what stands there; made anew where a person saves it meanwhile, so that nothing of theirs is lost.</summary>
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
