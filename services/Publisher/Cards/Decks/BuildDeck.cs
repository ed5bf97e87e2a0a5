using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NewsEducator.Contracts;
using NewsEducator.Publisher.Data;
using NewsEducator.Publisher.Digests;
using NewsEducator.Publisher.Pages;
using NewsEducator.Publisher.Withdrawals;

namespace NewsEducator.Publisher.Cards.Decks;

/// <summary>Reads the notes of a deck, the oldest first. What was withdrawn stays as a note that says so: nothing else reaches those who
/// have imported it.</summary>
internal sealed class BuildDeck(PublisherDb db, IOptions<PublisherOptions> options)
{
    private const int MostCards = 5000;

    public async Task<List<DeckNote>> OfAsync(DeckTopic topic, CancellationToken cancellationToken)
    {
        var rows = await topic
            .Of(db.DigestItems.AsNoTracking())
            .Join(db.Cards.AsNoTracking(), item => item.ItemId, card => card.ItemId, (Item, Card) => new { Item, Card })
            .OrderByDescending(row => row.Item.DigestDate)
            .ThenByDescending(row => row.Item.Number)
            .Take(MostCards)
            .ToListAsync(cancellationToken);
        var dates = rows.Select(row => row.Item.DigestDate).Distinct().ToList();
        var digests = await db
            .Digests.AsNoTracking()
            .Where(digest => dates.Contains(digest.Date))
            .Include(digest => digest.Revisions)
            .ToDictionaryAsync(digest => digest.Date, cancellationToken);
        rows.Reverse();
        return [.. rows.SelectMany(row => NotesOf(row.Item, row.Card, digests[row.Item.DigestDate]))];
    }

    private IEnumerable<DeckNote> NotesOf(DigestItem item, Card card, Digest digest)
    {
        var frame = Frame.Of(options.Value, isAbsolute: true);
        var content = XmlSafeText.Of(item.Content);
        var questions = item.WithdrawnAt is null
            ? CardQuestions.Of(content)
            : card.Slots.ConvertAll(slot => Withdrawn(slot, item, content));
        return questions.Select(question => new DeckNote
        {
            Guid = question.NoteGuid(item.ItemId),
            Question = question.Question,
            Answer = question.Answer,
            More = item.WithdrawnAt is null ? string.Join(' ', new[] { content.OneLiner, content.Analogy }.OfType<string>()) : "",
            Page = new Uri(frame.Absolute($"/items/{item.ItemId}")),
            Source = content.CanonicalUrl,
            Concept = content.Concept.Name,
            Type = content.Type,
            Date = item.DigestDate,
            IsWithdrawn = item.WithdrawnAt is not null,
            PublishedAt = digest.PublishedAt,
            ChangedAt = digest.ChangedAt,
        });
    }

    private static CardQuestion Withdrawn(string slot, DigestItem item, ApprovedContent content) =>
        new(
            slot,
            item.WithdrawnAs == WithdrawalKind.Takedown
                ? $"已移除（{item.DigestDate:yyyy-MM-dd} 第 {item.Number} 条）"
                : $"已撤回：{content.Title}",
            $"原因：{XmlSafeText.Of(PlainText.Line(item.WithdrawalReason))}"
        );
}
