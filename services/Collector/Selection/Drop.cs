using NewsEducator.Contracts;

namespace NewsEducator.Collector.Selection;

/// <summary>Why an item goes no further. The detail is Chinese: reviewers read it in the audit of the day's pack.</summary>
internal sealed record Drop(DropReason Reason, string Detail);
