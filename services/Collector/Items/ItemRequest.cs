using NewsEducator.Collector.Connectors;
using NewsEducator.Contracts;

namespace NewsEducator.Collector.Items;

/// <summary>An item that is to be collected, and who wants it.</summary>
/// <param name="Url">Its address, as far as it is known.</param>
/// <param name="Facts">What its source's list says of it.</param>
/// <param name="SourceId">The source that listed it.</param>
/// <param name="Submission">The entry of a foreign pack that named it.</param>
internal sealed record ItemRequest(string Url, ItemFacts? Facts = null, string? SourceId = null, Submission? Submission = null);
