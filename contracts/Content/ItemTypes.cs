namespace NewsEducator.Contracts;

/// <summary>The types of product.md: labels an item can have, in families that statistics count.</summary>
public static class ItemTypes
{
    public const string Incident = "事故复盘";
    public const string ProductionIncident = "生产事故";
    public const string IncidentVideo = "事故复盘视频";
    public const string Advisory = "安全公告";
    public const string Debate = "架构争议";
    public const string MethodDebate = "方法论争议";
    public const string Tutorial = "实战教程";
    public const string Comparison = "对比评测";

    /// <summary>The families in the order in which a pack lists them.</summary>
    public static readonly IReadOnlyList<string> Families = [Incident, Debate, Tutorial];

    private static readonly Dictionary<string, string> FamilyOfLabel = new(StringComparer.Ordinal)
    {
        [Incident] = Incident,
        [ProductionIncident] = Incident,
        [IncidentVideo] = Incident,
        [Advisory] = Incident,
        [Debate] = Debate,
        [MethodDebate] = Debate,
        [Tutorial] = Tutorial,
        [Comparison] = Tutorial,
    };

    public static IReadOnlyCollection<string> Labels => FamilyOfLabel.Keys;

    public static bool IsLabel(string label) => FamilyOfLabel.ContainsKey(label);

    /// <exception cref="ArgumentException">The label is none of <see cref="Labels"/>.</exception>
    public static string FamilyOf(string label) =>
        FamilyOfLabel.TryGetValue(label, out var family)
            ? family
            : throw new ArgumentException($"'{label}' is no item type; one of {string.Join(", ", Labels)} is.", nameof(label));
}
