using NewsEducator.Contracts;

namespace NewsEducator.Publisher.Digests;

/// <summary>A digest's items by the family of their type, in the order in which a pack lists them.</summary>
internal static class DigestSections
{
    public static IEnumerable<IGrouping<string, DigestItem>> Of(IEnumerable<DigestItem> items) =>
        items.GroupBy(item => ItemTypes.FamilyOf(item.Content.Type)).OrderBy(family => ItemTypes.PlaceOf(family.Key));
}
