using Refit;

namespace NewsEducator.Contracts;

/// <summary>The learning map, which the Summarizer keeps.</summary>
public interface IConceptsApi
{
    /// <summary>Every concept an item can have, in the map's order; the last is <see cref="Concept.NoneKey"/>.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    [Get("/api/concepts")]
    Task<List<Concept>> ListConceptsAsync(CancellationToken cancellationToken);
}
