using NewsEducator.Collector.Connectors;
using NewsEducator.Collector.Connectors.Http;
using NewsEducator.Collector.Retries;

namespace NewsEducator.Collector.Drift;

/// <summary>What the looks at one item's source have found while a person has not decided it.</summary>
internal sealed class SourceCheck
{
    public required Guid ItemId { get; init; }

    /// <summary>What the host gave with its last answer, so that an unchanged source costs it next to nothing.</summary>
    public Validators? Validators { get; private set; }

    /// <summary>Looks in a row that were answered with "not found".</summary>
    public int GoneSeen { get; private set; }

    /// <summary>Looks in a row that did not find it, for whatever reason.</summary>
    public int Failures { get; private set; }

    /// <summary>The source is still there.</summary>
    public void Confirm(Validators? validators) => (Validators, GoneSeen, Failures) = (validators, 0, 0);

    /// <returns>When to look again.</returns>
    public DateTimeOffset Fail(UpstreamFault fault, RetryOptions options, DateTimeOffset now)
    {
        GoneSeen = fault.MissesAfter(GoneSeen);
        Failures += fault.NotAsked ? 0 : 1;
        return options.NextTry(fault, Failures, now);
    }
}
