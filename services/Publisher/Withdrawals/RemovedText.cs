using NewsEducator.Contracts;

namespace NewsEducator.Publisher.Withdrawals;

/// <summary>What is kept of an item that was taken down: that it existed, and nothing that it said.</summary>
internal static class RemovedText
{
    public static ApprovedContent Of(ApprovedContent content) =>
        content with
        {
            CanonicalUrl = "",
            Author = null,
            SnapshotId = "",
            Title = "",
            Summary = "",
            OneLiner = null,
            Analogy = null,
            Terms = [],
            Claims = [],
            FurtherSources = [],
        };
}
