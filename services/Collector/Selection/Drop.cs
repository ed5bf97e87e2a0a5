using NewsEducator.Collector.Connectors;
using NewsEducator.Contracts;

namespace NewsEducator.Collector.Selection;

/// <summary>Why an item goes no further. The detail is Chinese: reviewers read it in the audit of the day's pack.</summary>
internal sealed record Drop(DropReason Reason, string Detail)
{
    /// <summary>The source said so often enough that it is not there.</summary>
    public static Drop Gone(UpstreamFault fault) => new(DropReason.NotFetched, $"来源已不存在：{fault.Detail}");

    /// <summary>What the list said decided it: judged again when the list says more, or when the policy allows the host.</summary>
    public bool ByList { get; init; }
}
