using NewsEducator.Contracts;

namespace NewsEducator.Review.Pages.Evidence;

/// <summary>One source of a candidate as it stands beside the summary.</summary>
/// <param name="Number">From 1, the summary's own.</param>
/// <param name="Item">Null until it was fetched.</param>
/// <param name="Snapshot">Null where it cannot be shown.</param>
/// <param name="Missing">Why, as a key of texts.json.</param>
public sealed record ShownSource(int Number, SourceItem? Item, Snapshot? Snapshot, string? Missing);
