namespace NewsEducator.Collector.Connectors.HuggingFace;

/// <param name="Id"><c>org/name</c>.</param>
internal sealed record HubModel(string Id);
