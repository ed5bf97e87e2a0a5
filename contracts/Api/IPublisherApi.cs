using Refit;

namespace NewsEducator.Contracts;

/// <summary>What editors and operators do with what is published, see docs/publishing.md. Each call needs a person's token: the Publisher
/// asks who they are and what they may do.</summary>
public interface IPublisherApi
{
    /// <summary>As many digests are answered at once.</summary>
    const int DigestsOfPage = 20;

    /// <summary>As many deliveries are answered at once.</summary>
    const int DeliveriesOfPage = 50;

    /// <summary>As many subscribers are answered at once.</summary>
    const int SubscribersOfPage = 100;

    /// <summary>Published digests with their items and revisions, the newest first; an editor's.</summary>
    [Get("/api/digests")]
    Task<List<PublishedDigest>> ListDigestsAsync([Query(Format = "yyyy-MM-dd")] DateOnly? before, CancellationToken cancellationToken);

    /// <param name="tag">The digest's revision as it was seen.</param>
    [Post("/api/items/{id}/withdrawal")]
    Task WithdrawAsync(Guid id, [Body] WithdrawalOrder order, [Header("If-Match")] string tag, CancellationToken cancellationToken);

    [Get("/api/webhooks")]
    Task<List<WebhookView>> ListWebhooksAsync(CancellationToken cancellationToken);

    /// <returns>With its version as ETag.</returns>
    [Get("/api/webhooks/{id}")]
    Task<ApiResponse<WebhookView>> GetWebhookAsync(Guid id, CancellationToken cancellationToken);

    [Post("/api/webhooks")]
    Task<WebhookWithSecret> CreateWebhookAsync([Body] WebhookRequest request, CancellationToken cancellationToken);

    [Put("/api/webhooks/{id}")]
    Task<WebhookView> ChangeWebhookAsync(
        Guid id,
        [Body] WebhookRequest request,
        [Header("If-Match")] string tag,
        CancellationToken cancellationToken
    );

    [Delete("/api/webhooks/{id}")]
    Task DeleteWebhookAsync(Guid id, CancellationToken cancellationToken);

    [Post("/api/webhooks/{id}/secret")]
    Task<WebhookWithSecret> RotateSecretAsync(Guid id, [Header("If-Match")] string tag, CancellationToken cancellationToken);

    [Post("/api/webhooks/{id}/test")]
    Task TestWebhookAsync(Guid id, CancellationToken cancellationToken);

    [Get("/api/webhooks/{id}/deliveries")]
    Task<List<DeliveryView>> ListDeliveriesAsync(Guid id, long? before, CancellationToken cancellationToken);

    [Post("/api/webhooks/{id}/deliveries/{delivery}/redeliver")]
    Task RedeliverAsync(Guid id, long delivery, CancellationToken cancellationToken);

    /// <summary>Every event of the range that the webhook wants, whether it got it before or not; each has the id that it had.</summary>
    [Post("/api/webhooks/{id}/redeliver")]
    Task<Redelivered> RedeliverRangeAsync(Guid id, [Body] RedeliverRange range, CancellationToken cancellationToken);

    [Get("/api/mail/issues")]
    Task<List<MailIssueView>> ListMailAsync(CancellationToken cancellationToken);

    /// <param name="date">2026-11-23.</param>
    [Post("/api/mail/issues/{date}/{revision}/send")]
    Task SendMailAsync(string date, int revision, CancellationToken cancellationToken);

    /// <param name="date">2026-11-23.</param>
    [Post("/api/mail/issues/{date}/{revision}/cancel")]
    Task CancelMailAsync(string date, int revision, CancellationToken cancellationToken);

    /// <summary>By address.</summary>
    /// <param name="after">The last address of the page before.</param>
    /// <param name="address">A part of it.</param>
    [Get("/api/mail/subscribers")]
    Task<List<MailSubscriberView>> ListSubscribersAsync(
        string? after,
        string? address,
        MailSubscriberState? state,
        CancellationToken cancellationToken
    );

    [Get("/api/mail/subscribers/counts")]
    Task<MailSubscriberCounts> CountSubscribersAsync(CancellationToken cancellationToken);

    /// <summary>Nothing is kept of the address.</summary>
    [Delete("/api/mail/subscribers/{id}")]
    Task ForgetSubscriberAsync(Guid id, CancellationToken cancellationToken);
}

/// <param name="Kind"><c>Retraction</c> or <c>Takedown</c>.</param>
/// <param name="Reason">1 to 500 characters; readers see it.</param>
public sealed record WithdrawalOrder(string Kind, string Reason);

/// <summary>A published digest as editors see it.</summary>
/// <param name="Url">Its page.</param>
public sealed record PublishedDigest(
    DateOnly Date,
    int Revision,
    DateTimeOffset PublishedAt,
    string Url,
    IReadOnlyList<PublishedEntry> Items,
    IReadOnlyList<PublishedRevision> Revisions
);

/// <param name="Title">Empty where the item was taken down.</param>
/// <param name="WithdrawnAs">Null while it is published.</param>
public sealed record PublishedEntry(
    Guid ItemId,
    int Number,
    string Title,
    string ApprovedBy,
    string? WithdrawnAs,
    string? WithdrawalReason
);

/// <param name="Kind"><c>Correction</c>, <c>Retraction</c> or <c>Takedown</c>.</param>
/// <param name="By">Who did it; not shown to readers.</param>
public sealed record PublishedRevision(int Number, DateTimeOffset At, string By, string Kind, int ItemNumber, string Reason);
