using NewsEducator.Contracts;

namespace NewsEducator.Publisher.Digests;

/// <summary>A digest's items by the family of their type, in the order in which a pack lists them.</summary>
internal static class DigestSections
{
    public static IEnumerable<IGrouping<string, DigestItem>> Of(IEnumerable<DigestItem> items) =>
        items.GroupBy(item => FamilyOf(item.Content.Type)).OrderBy(family => PlaceOf(family.Key));

    // A label of a later version is its own family, behind the known ones.
    private static string FamilyOf(string type) => ItemTypes.IsLabel(type) ? ItemTypes.FamilyOf(type) : type;

    private static int PlaceOf(string family)
    {
        var place = ItemTypes.Families.ToList().IndexOf(family);
        return place < 0 ? int.MaxValue : place;
    }
}
