using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NewsEducator.Contracts;
using NewsEducator.Publisher.Data;

namespace NewsEducator.Publisher.Mail.Subscribers;

/// <summary>Deletes addresses that nobody confirmed, and those that are dead.</summary>
internal sealed class ForgetSubscribers(PublisherDb db, IOptions<MailOptions> options, TimeProvider time)
{
    private static readonly TimeSpan KeepBounced = TimeSpan.FromDays(30);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var (asked, bounced) = (time.GetUtcNow() - options.Value.ConfirmWithin, time.GetUtcNow() - KeepBounced);
        await db
            .MailSubscribers.Where(each =>
                (each.State == MailSubscriberState.Pending && each.RequestedAt < asked)
                || (each.State == MailSubscriberState.Bounced && each.BouncedAt < bounced)
            )
            .ExecuteDeleteAsync(cancellationToken);
    }
}
