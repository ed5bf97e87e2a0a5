using NewsEducator.Contracts;

namespace NewsEducator.Summarizer.Types;

/// <summary>What the model and the words tell apart; the labels within a family depend on kind and details.</summary>
internal enum TypeFamily
{
    Incident,
    Debate,
    Tutorial,
    Advisory,
}

internal static class TypeFamilies
{
    public static TypeFamily Of(string label) =>
        label == ItemTypes.Advisory
            ? TypeFamily.Advisory
            : ItemTypes.FamilyOf(label) switch
            {
                ItemTypes.Incident => TypeFamily.Incident,
                ItemTypes.Debate => TypeFamily.Debate,
                _ => TypeFamily.Tutorial,
            };
}
