using NewsEducator.Publisher.Digests;

namespace NewsEducator.Publisher.Cards.Decks;

/// <summary>Which cards a deck's file holds: all, those of a concept or of a month.</summary>
internal sealed record DeckTopic(string? ConceptKey = null, DigestMonth? Month = null)
{
    public static readonly DeckTopic All = new();

    public IQueryable<DigestItem> Of(IQueryable<DigestItem> items)
    {
        if (Month is { First: var first })
        {
            var next = first.AddMonths(1);
            items = items.Where(item => item.DigestDate >= first && item.DigestDate < next);
        }

        return ConceptKey is null ? items : items.Where(item => item.ConceptKey == ConceptKey);
    }
}
