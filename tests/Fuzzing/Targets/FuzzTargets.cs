namespace NewsEducator.Fuzzing.Targets;

/// <summary>Everything that needs no server.</summary>
internal static class FuzzTargets
{
    public static readonly IReadOnlyList<FuzzTarget> All =
    [
        .. PackTargets.All,
        .. FeedTargets.All,
        .. SourceTargets.All,
        .. UpstreamTargets.All,
        .. PolicyTargets.All,
        .. ScreeningTargets.All,
        .. PublishingTargets.All,
    ];

    /// <summary>Of a run over all targets: a dear one gets fewer, so that none takes all the time.</summary>
    public static long ShareOf(FuzzTarget target, long inputs) =>
        Math.Max(1, (long)(inputs / (double)target.Cost / All.Sum(each => 1.0 / each.Cost)));
}
