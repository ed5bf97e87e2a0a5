using NewsEducator.Collector.Connectors;
using NewsEducator.Collector.Items;
using NewsEducator.Contracts;

namespace NewsEducator.Collector.Retries;

/// <summary>An item that could not be fetched and is asked for again, after growing pauses, whether or not its source still lists
/// it.</summary>
internal sealed class FetchRetry
{
    /// <summary>The submission's where a foreign pack named it, else the item's.</summary>
    public required Guid Id { get; init; }

    public required Guid ItemId { get; init; }

    /// <summary>As it was asked for.</summary>
    public required string Url { get; init; }

    /// <summary>The source that listed it; null where a person named it or a webhook did.</summary>
    public string? SourceId { get; init; }

    /// <summary>What the list said of it; null where a person named it.</summary>
    public ItemFacts? Facts { get; private set; }

    public Submission? Submission { get; init; }

    public FaultKind Kind { get; private set; }

    public string Detail { get; private set; } = "";

    public int Attempts { get; private set; }

    /// <summary>Attempts in a row that were answered with "not found".</summary>
    public int GoneSeen { get; private set; }

    public required DateTimeOffset FirstFailedAt { get; init; }

    public DateTimeOffset LastFailedAt { get; private set; }

    public DateTimeOffset NextTryAt { get; private set; }

    /// <summary>The list says more of it now.</summary>
    public void Describe(ItemFacts facts) => Facts = facts;

    public ItemRequest ToRequest() => new(Url, Facts, SourceId, Submission);

    public void Fail(UpstreamFault fault, RetryOptions options, DateTimeOffset now)
    {
        (Kind, Detail, LastFailedAt) = (fault.Kind, fault.Detail, now);
        GoneSeen = fault.MissesAfter(GoneSeen);
        Attempts += fault.NotAsked ? 0 : 1;
        NextTryAt = options.NextTry(fault, Attempts, now);
    }
}
