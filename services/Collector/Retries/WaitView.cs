using NewsEducator.Collector.Connectors;

namespace NewsEducator.Collector.Retries;

/// <summary>An item that waits for its upstream, as the API shows it.</summary>
/// <param name="Url">As it was asked for.</param>
/// <param name="SourceId">The source that listed it.</param>
/// <param name="Kind">What the upstream's answer meant.</param>
/// <param name="Detail">The answer, in words.</param>
/// <param name="Since">The first attempt that failed.</param>
/// <param name="Attempts">So far.</param>
/// <param name="NextTryAt">When it is asked for again.</param>
internal sealed record WaitView(
    string Url,
    string? SourceId,
    FaultKind Kind,
    string Detail,
    DateTimeOffset Since,
    int Attempts,
    DateTimeOffset NextTryAt
)
{
    public static WaitView Of(FetchRetry retry) =>
        new(retry.Url, retry.SourceId, retry.Kind, retry.Detail, retry.FirstFailedAt, retry.Attempts, retry.NextTryAt);
}
