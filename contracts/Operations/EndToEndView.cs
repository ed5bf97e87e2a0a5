namespace NewsEducator.Contracts;

/// <summary>One item on its way through all stages, to see that a deployment works. It reaches no reviewer.</summary>
/// <param name="Address">The page that is really fetched.</param>
/// <param name="Stages">In their order; what comes after one that is not done is not listed.</param>
/// <param name="IsDone">All stages are.</param>
/// <param name="IsStopped">It does not go on by itself; the last stage says why and what to do.</param>
public sealed record EndToEndView(
    Guid Id,
    Guid ItemId,
    string Address,
    string By,
    DateTimeOffset BeganAt,
    IReadOnlyList<EndToEndStage> Stages,
    bool IsDone,
    bool IsStopped
);

/// <summary>How far a checked item is.</summary>
/// <param name="Name"><c>collected</c>, <c>summarized</c>, <c>screened</c> or <c>queued</c>.</param>
/// <param name="IsDone">It passed this stage.</param>
/// <param name="Took">Since the stage before; null where the stage had the item from before and passed it on again.</param>
/// <param name="Said">What is there, or what to do if it stays here; Chinese.</param>
/// <param name="SaidEn">The same in English.</param>
public sealed record EndToEndStage(string Name, bool IsDone, TimeSpan? Took, string Said, string SaidEn);

/// <summary>Begins an end-to-end check.</summary>
/// <param name="Address">Of a page that the policy allows; null: the oldest one that a source lists and that is not collected yet.</param>
public sealed record EndToEndRequest(string? Address = null);
