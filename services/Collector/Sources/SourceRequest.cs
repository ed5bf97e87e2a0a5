using NewsEducator.Collector.Connectors;
using NewsEducator.Collector.Policies;

namespace NewsEducator.Collector.Sources;

/// <summary>What can be set of a source over the API.</summary>
/// <param name="Kind">Name of the connector, as in sources.yaml.</param>
/// <param name="Target">Repository, channel or model.</param>
/// <param name="Interval">90s, 15m, 2h, 1d; 15m by default.</param>
/// <param name="Enabled">True by default.</param>
internal record SourceRequest(string? Kind, string? Target, string? Interval, bool? Enabled)
{
    /// <returns>All that is wrong, by field.</returns>
    public Dictionary<string, string[]> Check(ConnectorCatalog connectors, Whitelist whitelist, out SourceSettings settings)
    {
        var errors = new Dictionary<string, string[]>();
        var interval = SourceRules.DefaultInterval;
        Add(errors, "kind", SourceRules.KindError(Kind ?? "", connectors));
        Add(errors, "interval", Interval is null ? null : SourceRules.IntervalError(Interval, out interval));
        if (connectors.TryFind(Kind ?? "", out var connector))
        {
            Add(errors, "target", SourceRules.TargetError(Target ?? "", connector.Target)
                ?? SourceRules.PolicyError(Target ?? "", connector.Target, whitelist));
        }

        settings = new SourceSettings(Kind ?? "", Target ?? "", interval, Enabled ?? true);
        return errors;
    }

    private static void Add(Dictionary<string, string[]> errors, string field, string? error)
    {
        if (error is not null)
        {
            errors[field] = [error];
        }
    }
}

/// <summary>A new source.</summary>
internal sealed record CreateRequest(string? Id, string? Kind, string? Target, string? Interval, bool? Enabled)
    : SourceRequest(Kind, Target, Interval, Enabled);
