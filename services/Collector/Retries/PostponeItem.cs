using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NewsEducator.Collector.Connectors;
using NewsEducator.Collector.Data;
using NewsEducator.Collector.Items;
using NewsEducator.Collector.Selection;
using NewsEducator.Contracts;

namespace NewsEducator.Collector.Retries;

/// <summary>Keeps what could not be fetched for a later attempt, until it is fetched or known to be gone. The caller saves.</summary>
internal sealed class PostponeItem(CollectorDb db, IOptions<RetryOptions> options, TimeProvider time)
{
    public ValueTask<FetchRetry?> FindAsync(string url, Submission? submission, CancellationToken cancellationToken) =>
        db.LookUpAsync<FetchRetry>(IdOf(url, submission), cancellationToken);

    /// <returns>Why nobody asks again; null where the item waits.</returns>
    public async Task<Drop?> PostponeAsync(ItemRequest request, UpstreamFault fault, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var retry =
            await FindAsync(request.Url, request.Submission, cancellationToken)
            ?? db.FetchRetries.Add(
                new FetchRetry
                {
                    Id = IdOf(request.Url, request.Submission),
                    ItemId = ItemIds.ForUrl(request.Url),
                    Url = request.Url,
                    SourceId = request.SourceId,
                    Submission = request.Submission,
                    FirstFailedAt = now,
                }
            ).Entity;
        if (request.Facts is { } facts)
        {
            retry.Describe(facts);
        }

        retry.Fail(fault, options.Value, now);
        var end = EndOf(retry, fault, now);
        if (end is not null)
        {
            Forget(retry);
        }

        return end;
    }

    public async Task ForgetAsync(string url, Submission? submission, CancellationToken cancellationToken)
    {
        if (await FindAsync(url, submission, cancellationToken) is { } retry)
        {
            Forget(retry);
        }
    }

    private void Forget(FetchRetry retry) =>
        db.Entry(retry).State = db.Entry(retry).State is EntityState.Added ? EntityState.Detached : EntityState.Deleted;

    private Drop? EndOf(FetchRetry retry, UpstreamFault fault, DateTimeOffset now) =>
        retry switch
        {
            _ when retry.GoneSeen >= options.Value.TimesUntilGone => Drop.Gone(fault),
            _ when now - retry.FirstFailedAt > options.Value.GiveUpAfter => new Drop(
                DropReason.NotFetched,
                $"{options.Value.GiveUpAfter.TotalDays:0} 天内 {retry.Attempts} 次都没有抓取到：{retry.Detail}"
            ),
            _ => null,
        };

    private static Guid IdOf(string url, Submission? submission) => submission?.Id ?? ItemIds.ForUrl(url);
}
