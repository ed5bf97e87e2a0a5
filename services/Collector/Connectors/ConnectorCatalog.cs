using System.Diagnostics.CodeAnalysis;

namespace NewsEducator.Collector.Connectors;

/// <summary>The connectors that can poll, by their names in sources.yaml.</summary>
internal sealed class ConnectorCatalog(IEnumerable<IConnector> connectors)
{
    private readonly Dictionary<string, ISourceConnector> _byName = connectors
        .OfType<ISourceConnector>()
        .ToDictionary(connector => connector.Name, StringComparer.Ordinal);

    public IReadOnlyCollection<string> Names => _byName.Keys;

    public bool TryFind(string name, [NotNullWhen(true)] out ISourceConnector? connector) => _byName.TryGetValue(name, out connector);

    /// <exception cref="InvalidOperationException">A stored source is of a kind that this version does not know.</exception>
    public ISourceConnector Source(string name) =>
        TryFind(name, out var connector) ? connector : throw new InvalidOperationException($"No connector is called '{name}'.");
}
