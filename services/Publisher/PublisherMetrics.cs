using System.Diagnostics;
using System.Diagnostics.Metrics;
using NewsEducator.Contracts;
using NewsEducator.Publisher.Digests;
using NewsEducator.Publisher.Withdrawals;

namespace NewsEducator.Publisher;

/// <summary>Meter and activity source <c>NewsEducator.Publisher</c>.</summary>
internal static class PublisherMetrics
{
    private const string Name = "NewsEducator.Publisher";
    private static readonly ActivitySource Source = new(Name);
    private static readonly Meter Meter = new(Name);
    private static readonly Counter<long> PublishedItems = Meter.CreateCounter<long>(
        "newseducator.publisher.published",
        "{item}",
        "Published items."
    );
    private static readonly Counter<long> RefusedItems = Meter.CreateCounter<long>(
        "newseducator.publisher.refused",
        "{item}",
        "Approved items that were refused."
    );
    private static readonly Counter<long> WrittenNotes = Meter.CreateCounter<long>(
        "newseducator.publisher.notes",
        "{file}",
        "Notes written."
    );

    private static readonly Counter<long> FailedNotes = Meter.CreateCounter<long>(
        "newseducator.publisher.notes.failed",
        "{attempt}",
        "Attempts to write a digest's notes that failed."
    );

    private static readonly Counter<long> Commits = Meter.CreateCounter<long>(
        "newseducator.publisher.commits",
        "{commit}",
        "Commits of notes in the vault's repository."
    );

    private static readonly Counter<long> FailedCommits = Meter.CreateCounter<long>(
        "newseducator.publisher.commits.failed",
        "{attempt}",
        "Attempts to commit or push notes that failed."
    );

    private static readonly Counter<long> ForgedMessages = Meter.CreateCounter<long>(
        "newseducator.publisher.forged",
        "{message}",
        "Approvals and releases that Review did not sign."
    );

    private static readonly Counter<long> WithdrawnItems = Meter.CreateCounter<long>(
        "newseducator.publisher.withdrawn",
        "{item}",
        "Published items that were retracted or taken down."
    );

    private static readonly Counter<long> CorrectedItems = Meter.CreateCounter<long>(
        "newseducator.publisher.corrected",
        "{item}",
        "Published items whose text was corrected."
    );

    private static readonly Counter<long> Reports = Meter.CreateCounter<long>(
        "newseducator.publisher.reports",
        "{report}",
        "Errors that readers reported."
    );

    private static readonly Counter<long> WebhookAttempts = Meter.CreateCounter<long>(
        "newseducator.publisher.webhook.attempts",
        "{attempt}",
        "Requests to webhooks."
    );

    private static readonly Counter<long> DisabledWebhooks = Meter.CreateCounter<long>(
        "newseducator.publisher.webhook.disabled",
        "{webhook}",
        "Webhooks that were disabled because they failed."
    );

    private static readonly Counter<long> Mails = Meter.CreateCounter<long>(
        "newseducator.publisher.mails",
        "{attempt}",
        "Attempts to send a mail."
    );

    private static readonly Counter<long> WaitingMail = Meter.CreateCounter<long>(
        "newseducator.publisher.mail.held",
        "{issue}",
        "Digests whose mail is overdue and waits for a person."
    );

    public static void Mailed(bool succeeded) => Mails.Add(1, new KeyValuePair<string, object?>("outcome", succeeded ? "sent" : "failed"));

    public static void MailWaits() => WaitingMail.Add(1);

    public static void WebhookAttempt(bool succeeded) =>
        WebhookAttempts.Add(1, new KeyValuePair<string, object?>("outcome", succeeded ? "delivered" : "failed"));

    public static void WebhookDisabled() => DisabledWebhooks.Add(1);

    public static void Withdrawn(WithdrawalKind kind) => WithdrawnItems.Add(1, new KeyValuePair<string, object?>("kind", kind.ToString()));

    public static void Corrected() => CorrectedItems.Add(1);

    public static void Reported() => Reports.Add(1);

    public static void Forged(string type) => ForgedMessages.Add(1, new KeyValuePair<string, object?>("type", type));

    public static void Published(int items, int refused)
    {
        PublishedItems.Add(items);
        RefusedItems.Add(refused);
    }

    public static void Committed() => Commits.Add(1);

    public static void NotSaved(RepositoryFault fault) =>
        FailedCommits.Add(1, new KeyValuePair<string, object?>("fault", fault.ToString()));

    public static void NotWritten() => FailedNotes.Add(1);

    public static void Written(int notes) => WrittenNotes.Add(notes);

    /// <summary>The last span of the item's own trace: from collected to published it is one.</summary>
    public static void TraceOf(ApprovedItem item)
    {
        using var activity = Source.StartActivity("publish item", ActivityKind.Internal, item.TraceParent);
        activity?.SetTag("newseducator.item_id", item.Content.ItemId);
    }
}
