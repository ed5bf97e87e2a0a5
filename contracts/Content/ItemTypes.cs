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

    /// <summary>A label of a later version is its own family.</summary>
    public static string FamilyOf(string label) => FamilyOfLabel.GetValueOrDefault(label, label);

    /// <summary>Where a list puts the family: known ones in their order, others behind them.</summary>
    public static int PlaceOf(string family) => Families.TakeWhile(known => known != family).Count();
}
