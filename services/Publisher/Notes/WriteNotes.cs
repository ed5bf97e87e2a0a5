using System.Globalization;
using System.Text;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NewsEducator.Publisher.Cards;
using NewsEducator.Publisher.Data;
using NewsEducator.Publisher.Digests;

namespace NewsEducator.Publisher.Notes;

/// <summary>Writes the digest, its cards and the index block into the vault; again and again the same bytes.</summary>
internal sealed class WriteNotes(PublisherDb db, IOptions<PublisherOptions> options) : IConsumer<NotesOutdated>
{
    private const int IndexedDigests = 400;

    public async Task Consume(ConsumeContext<NotesOutdated> context)
    {
        if (string.IsNullOrEmpty(options.Value.NotesFolder))
        {
            return;
        }

        var date = context.Message.Date;
        var digest = (await ReadDigests.FindAsync(db, date, context.CancellationToken))!;
        await WriteAsync(options.Value.DigestPath, date, "", DigestText.Render(digest), context.CancellationToken);
        var cards = await db.Cards.AsNoTracking().Where(card => card.DigestDate == date).ToListAsync(context.CancellationToken);
        foreach (var card in cards)
        {
            var item = digest.Items.Single(each => each.ItemId == card.ItemId);
            await WriteAsync(options.Value.CardPath, date, card.Slug, CardText.Render(card, item), context.CancellationToken);
        }

        await WriteIndexAsync(context.CancellationToken);
        PublisherMetrics.Written(cards.Count + 2);
    }

    private async Task WriteIndexAsync(CancellationToken cancellationToken)
    {
        var digests = await db.Digests.AsNoTracking().OrderByDescending(digest => digest.Date).Take(IndexedDigests)
            .Select(digest => new IndexedDigest(digest.Date, digest.Items.Count))
            .ToListAsync(cancellationToken);
        var path = Path.Combine(options.Value.NotesFolder!, options.Value.IndexPath);
        var before = File.Exists(path) ? await File.ReadAllBytesAsync(path, cancellationToken) : [];
        var name = Path.GetFileNameWithoutExtension(options.Value.DigestPath);
        await VaultFile.WriteAsync(path, IndexBlock.Rewrite(before, digests, name), cancellationToken);
    }

    private Task WriteAsync(string template, DateOnly date, string slug, string text, CancellationToken cancellationToken)
    {
        var path = template
            .Replace("{date}", date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{slug}", slug, StringComparison.Ordinal);
        return VaultFile.WriteAsync(Path.Combine(options.Value.NotesFolder!, path), Encoding.UTF8.GetBytes(text), cancellationToken);
    }
}
