using System.Diagnostics;
using System.Diagnostics.Metrics;
using NewsEducator.Contracts;

namespace NewsEducator.Collector.Telemetry;

/// <summary>What the Collector counts, and the activities of a poll and of an item. No texts, no tokens.</summary>
internal sealed class CollectorMetrics
{
    public const string Name = "NewsEducator.Collector";
    public static readonly ActivitySource Activities = new(Name);

    private readonly Counter<long> _collected;
    private readonly Counter<long> _dropped;
    private readonly Counter<long> _withdrawn;
    private readonly Counter<long> _failedPolls;
    private readonly Counter<long> _wentQuiet;

    public CollectorMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(Name);
        _collected = meter.CreateCounter<long>("collector.items.collected", "{item}");
        _dropped = meter.CreateCounter<long>("collector.items.dropped", "{item}");
        _withdrawn = meter.CreateCounter<long>("collector.items.withdrawn", "{item}");
        _failedPolls = meter.CreateCounter<long>("collector.polls.failed", "{poll}");
        _wentQuiet = meter.CreateCounter<long>("collector.sources.went_quiet", "{source}");
    }

    /// <summary>Starts the trace of one item, which goes on to the digest; the poll or request that led to it is linked, not its
    /// parent.</summary>
    public static Activity? CollectItem(string url)
    {
        var cause = Activity.Current?.Context;
        Activity.Current = null;
        return Activities.StartActivity(
            ActivityKind.Internal,
            tags: [new("item.url", url)],
            links: cause is { } context ? [new ActivityLink(context)] : null,
            name: "collect item"
        );
    }

    public void Collected(SourceKind kind) => _collected.Add(1, new KeyValuePair<string, object?>("kind", kind.ToString()));

    public void Dropped(DropReason reason) => _dropped.Add(1, new KeyValuePair<string, object?>("reason", reason.ToString()));

    public void Withdrawn() => _withdrawn.Add(1);

    public void WentQuiet(string sourceKind) => _wentQuiet.Add(1, new KeyValuePair<string, object?>("source.kind", sourceKind));

    public void PollFailed(string sourceKind) => _failedPolls.Add(1, new KeyValuePair<string, object?>("source.kind", sourceKind));
}
