using NewsEducator.Collector.Addresses;
using NewsEducator.Contracts;

namespace NewsEducator.Collector.Connectors;

/// <summary>Knows how to fetch one kind of page. A new kind is a folder beside these and one registration.</summary>
internal interface IConnector
{
    SourceKind ItemKind { get; }

    /// <exception cref="Refit.ApiExceptionBase">The upstream did not serve it; <see cref="UpstreamFault"/> reads why.</exception>
    /// <exception cref="UnreadableException">It served something else than was asked for.</exception>
    Task<FetchedItem> FetchAsync(ItemAddress address, CancellationToken cancellationToken);
}

/// <summary>A connector that can also list what a source served lately, so that it can be polled.</summary>
internal interface ISourceConnector : IConnector
{
    /// <summary>The kind's name in sources.yaml.</summary>
    string Name { get; }

    SourceTarget Target { get; }

    /// <summary>What changed since then, as far as a list tells.</summary>
    /// <exception cref="Refit.ApiExceptionBase">The upstream did not serve the list.</exception>
    /// <exception cref="UnreadableException">It served something else.</exception>
    Task<IReadOnlyList<ItemFacts>> ListAsync(string target, DateTimeOffset since, CancellationToken cancellationToken);
}
