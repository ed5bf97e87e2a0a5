using System.Text;
using NewsEducator.Contracts;
using NewsEducator.Publisher.Digests;

namespace NewsEducator.Publisher.Cards;

/// <summary>Chooses what a digest's cards are about: as many concepts as there are, each in the digest's order.</summary>
internal static class CardDraft
{
    private const int SlugLength = 48;

    public static IEnumerable<Card> Choose(Digest digest, int atMost) =>
        digest
            .InOrder()
            .GroupBy(item => item.Content.Concept.Key)
            .SelectMany(concept => concept.Select((item, place) => (Item: item, Place: place)))
            .OrderBy(each => each.Place)
            .ThenBy(each => each.Item.Number)
            .Take(atMost)
            .Select(each => each.Item)
            .Select(item => new Card
            {
                Id = ItemIds.From($"card\n{digest.Date:O}\n{item.ItemId:N}"),
                ItemId = item.ItemId,
                DigestDate = digest.Date,
                Slug = SlugOf(item.Content.Title, item.ItemId),
                Title = item.Content.Title,
                Concept = item.Content.Concept,
            });

    /// <summary>Names the note of a card whose title may no longer be shown.</summary>
    public static string SlugOfWithdrawn(Guid itemId) => $"withdrawn-{itemId.ToString("N")[..6]}";

    /// <summary>A file name that is safe anywhere; the item's id keeps equal titles apart.</summary>
    public static string SlugOf(string title, Guid itemId)
    {
        var slug = new StringBuilder();
        foreach (var rune in title.EnumerateRunes())
        {
            if (slug.Length >= SlugLength)
            {
                break;
            }

            if (Rune.IsLetterOrDigit(rune))
            {
                slug.Append(Rune.ToLowerInvariant(rune).ToString());
            }
            else if (slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }
        }

        return $"{slug.ToString().TrimEnd('-')}-{itemId.ToString("N")[..6]}".TrimStart('-');
    }
}
