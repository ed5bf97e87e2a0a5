using Microsoft.EntityFrameworkCore;
using NewsEducator.Contracts;
using NewsEducator.Publisher.Mail.Issues;
using NewsEducator.Publisher.Mail.Subscribers;
using NewsEducator.Publisher.Tests.Mail;
using NewsEducator.Testing;

namespace NewsEducator.Publisher.Tests.Slices;

/// <summary>A Publisher that mails, with a mail server that really listens.</summary>
public abstract class MailTest : IAsyncLifetime
{
    private protected MailServer Server { get; set; } = null!;

    private protected Receiver Receiver { get; private set; } = null!;

    private protected PublisherApp App { get; private set; } = null!;

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        (Server, Receiver) = (await MailServer.StartAsync(), await Receiver.StartAsync());
        App = await PublisherApp.StartAsync(
            ("Publisher:Mail:Host", "127.0.0.1"),
            ("Publisher:Mail:Port", $"{Server.Port}"),
            ("Publisher:Mail:Security", "None"),
            ("Publisher:Mail:From", "技术资讯日报 <digest@news.example>"),
            ("Publisher:Mail:BounceAddress", "bounces+{id}@news.example"),
            ("Publisher:Webhooks:PrivateReceivers:0", Receiver.HostAndPort),
            ("Publisher:Mail:Reviewers:0", "reviewer@news.example"),
            ("Publisher:Mail:Operators:0", "operator@news.example")
        );
    }

    public async ValueTask DisposeAsync()
    {
        // Nothing was started where the test is skipped.
        await (App?.DisposeAsync() ?? ValueTask.CompletedTask);
        await (Receiver?.DisposeAsync() ?? ValueTask.CompletedTask);
        Server?.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected async Task ConfirmedAsync(string address) =>
        await App.WithDbAsync(async db =>
        {
            var subscriber = MailSubscriber.Of(address, "zh", TimeProvider.System.GetUtcNow());
            subscriber.Confirm(TimeProvider.System.GetUtcNow());
            db.MailSubscribers.Add(subscriber);
            return await db.SaveChangesAsync(Cancel);
        });

    private protected ReleasedDay NewDay() => new(App) { DecidedAt = TimeProvider.System.GetUtcNow() };

    private protected async Task<ReleasedDay> PublishAsync()
    {
        var day = NewDay();
        await day.PublishAsync(day.Item(1));
        return day;
    }

    private protected Task<MailServer.Received> MailedAsync(string address) =>
        Eventually.GetAsync(() => Task.FromResult(Server.To(address).FirstOrDefault()!), mail => mail is not null, $"a mail to {address}");

    private protected Task<MailIssueState?> FinishedAsync(DateOnly date) =>
        Eventually.GetAsync(() => IssueAsync(App, date), state => state == MailIssueState.Finished, "the issue to be sent");

    internal static PackAwaitsReview Awaits(bool isOverdue) =>
        new()
        {
            PackId = ItemIds.ForPack(new DateOnly(2026, 11, 23)),
            PackDate = new DateOnly(2026, 11, 23),
            Candidates = 12,
            Undecided = 7,
            IsOverdue = isOverdue,
            Since = DateTimeOffset.UnixEpoch,
            Url = "https://review.example/packs/2026-11-23",
            At = DateTimeOffset.UnixEpoch,
        };

    private protected static Task<MailIssueState?> IssueAsync(PublisherApp app, DateOnly date, int revision = 1) =>
        app.WithDbAsync(db =>
            db.MailIssues.Where(issue => issue.Date == date && issue.Revision == revision)
                .Select(issue => (MailIssueState?)issue.State)
                .SingleOrDefaultAsync(Cancel)
        );

    private protected static Task<List<string>> SentAsync(PublisherApp app, DateOnly date) =>
        app.WithDbAsync(db =>
            db.MailDeliveries.Where(mail => mail.Date == date && mail.State == MailDeliveryState.Sent)
                .Join(db.MailSubscribers, mail => mail.SubscriberId, each => each.Id, (_, each) => each.Address)
                .ToListAsync(Cancel)
        );

    private protected Task<MailSubscriberState> StateAsync(string address) =>
        App.WithDbAsync(db => db.MailSubscribers.Where(each => each.Address == address).Select(each => each.State).SingleAsync(Cancel));
}
