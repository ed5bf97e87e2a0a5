using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NewsEducator.Publisher.Data;
using NewsEducator.Publisher.Digests;
using NewsEducator.Publisher.Webhooks;

namespace NewsEducator.Publisher.Replays;

/// <summary>Sends the next digests of a replay.</summary>
internal sealed class RunReplay(
    PublisherDb db,
    ReplayedEvents events,
    Announcements announcements,
    IConfiguration configuration,
    IOptions<PublisherOptions> options,
    TimeProvider time
)
{
    private const int BatchSize = 20;

    public async Task StepAsync(Replay replay, CancellationToken cancellationToken)
    {
        var digests = await Published
            .Digests(db)
            .Where(digest => digest.Date >= replay.From && digest.Date <= replay.To)
            .Where(digest => replay.SentUpTo == null || digest.Date > replay.SentUpTo)
            .OrderBy(digest => digest.Date)
            .Take(BatchSize)
            .ToListAsync(cancellationToken);
        if (replay.WebhookId is { } webhook)
        {
            await ToWebhookAsync(replay, webhook, digests, cancellationToken);
        }
        else
        {
            await ToQueueAsync(replay, digests, cancellationToken);
        }

        if (replay.State == ReplayState.Running && digests.Count < BatchSize)
        {
            replay.End(ReplayState.Done);
        }
    }

    private async Task ToQueueAsync(Replay replay, List<Digest> digests, CancellationToken cancellationToken)
    {
        await using var queue = await ReplayQueue.OpenAsync(replay.Queue!, configuration, options, cancellationToken);
        if (queue is null)
        {
            replay.End(ReplayState.Failed, $"There is no queue {replay.Queue}; its subscriber has to declare it first.");
            return;
        }

        foreach (var digest in digests)
        {
            var replayed = await events.OfAsync(digest, cancellationToken);
            foreach (var each in replayed)
            {
                await queue.SendAsync(each, cancellationToken);
            }

            Count(replay, digest, replayed.Count);
        }
    }

    private async Task ToWebhookAsync(Replay replay, Guid id, List<Digest> digests, CancellationToken cancellationToken)
    {
        if (
            await db.Webhooks.AsNoTracking().SingleOrDefaultAsync(each => each.Id == id, cancellationToken)
            is not { DisabledAt: null } webhook
        )
        {
            replay.End(ReplayState.Failed, "The webhook is disabled or deleted.");
            return;
        }

        foreach (var digest in digests)
        {
            var count = 0;
            foreach (var (message, about) in await events.OfAsync(digest, cancellationToken))
            {
                count += await announcements.ReplayAsync(webhook, message, about, cancellationToken) ? 1 : 0;
            }

            Count(replay, digest, count);
        }
    }

    private void Count(Replay replay, Digest digest, int events)
    {
        (replay.SentUpTo, replay.Failures, replay.Error, replay.NextAt) = (digest.Date, 0, null, time.GetUtcNow());
        replay.Digests++;
        replay.Events += events;
    }
}
