using NewsEducator.Collector.Connectors;
using NewsEducator.Collector.Policies;

namespace NewsEducator.Collector.Sources;

/// <summary>What can be set of a source over the API.</summary>
/// <param name="Kind">Name of the connector, as in sources.yaml.</param>
/// <param name="Target">Repository, channel or model.</param>
/// <param name="Interval">90s, 15m, 2h, 1d; 15m by default.</param>
/// <param name="Enabled">True by default.</param>
internal record SourceRequest(string? Kind = null, string? Target = null, string? Interval = null, bool? Enabled = null)
{
    public SourceFaults Check(ConnectorCatalog connectors, Whitelist whitelist, out SourceSettings settings)
    {
        var faults = new SourceFaults();
        var interval = SourceRules.DefaultInterval;
        faults.Add("kind", SourceRules.KindError(Kind ?? "", connectors));
        faults.Add("interval", Interval is null ? null : SourceRules.IntervalError(Interval, out interval));
        if (connectors.TryFind(Kind ?? "", out var connector))
        {
            faults.AddTarget(Target ?? "", connector.Target, whitelist);
        }

        settings = new SourceSettings(Kind ?? "", Target ?? "", interval, Enabled ?? true);
        return faults;
    }
}

/// <summary>A new source.</summary>
internal sealed record CreateRequest(
    string? Id = null,
    string? Kind = null,
    string? Target = null,
    string? Interval = null,
    bool? Enabled = null
) : SourceRequest(Kind, Target, Interval, Enabled);
