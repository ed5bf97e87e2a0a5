using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using NewsEducator.Contracts;
using NewsEducator.Review.Schedule;

namespace NewsEducator.Review.Pages.Publishing;

/// <summary>Webhooks over the Publisher's API: made, switched off and on, given another secret, tested, and what was sent to
/// them.</summary>
internal static class WebhookPages
{
    private const string Address = "/publishing/webhooks";

    public static Task<RazorComponentResult> Show(IPublisherApi publisher, HttpContext http, CancellationToken cancellationToken) =>
        ShowAsync(publisher, http, null, null, null, cancellationToken);

    public static async Task<IResult> Create(
        [FromForm] string? url,
        [FromForm] string? events,
        [FromForm] string? types,
        [FromForm] string? concepts,
        IPublisherApi publisher,
        HttpContext http,
        CancellationToken cancellationToken
    )
    {
        var request = new WebhookRequest(url?.Trim(), Words(events), Words(types), Words(concepts));
        var (made, message) = await AskPublisher.AskAsync(Reader.Of(http), () => publisher.CreateWebhookAsync(request, cancellationToken));
        // Not a redirect: the secret is shown this once, and nobody keeps it for the next page.
        return await ShowAsync(publisher, http, message, made, message is null ? null : request, cancellationToken);
    }

    public static async Task<IResult> Change(
        Guid id,
        string what,
        IPublisherApi publisher,
        HttpContext http,
        CancellationToken cancellationToken
    )
    {
        var reader = Reader.Of(http);
        var (current, message) = await AskPublisher.AskAsync(
            reader,
            async () => await (await publisher.GetWebhookAsync(id, cancellationToken)).EnsureSuccessStatusCodeAsync()
        );
        if (current is null)
        {
            return await ShowAsync(publisher, http, message, null, null, cancellationToken);
        }

        var (webhook, tag) = (current.Content!, current.Headers!.ETag!.ToString());
        if (what == "rotate")
        {
            var (rotated, refusal) = await AskPublisher.AskAsync(reader, () => publisher.RotateSecretAsync(id, tag, cancellationToken));
            return await ShowAsync(publisher, http, refusal, rotated, null, cancellationToken);
        }

        message = await AskPublisher.DoAsync(
            reader,
            () =>
                what switch
                {
                    "test" => publisher.TestWebhookAsync(id, cancellationToken),
                    "delete" => publisher.DeleteWebhookAsync(id, cancellationToken),
                    _ => publisher.ChangeWebhookAsync(id, Switched(webhook, what == "enable"), tag, cancellationToken),
                }
        );
        return message is null
            ? TypedResults.Redirect(what == "test" ? $"{Address}/{id}" : Address)
            : await ShowAsync(publisher, http, message, null, null, cancellationToken);
    }

    public static Task<RazorComponentResult> Deliveries(
        Guid id,
        IPublisherApi publisher,
        HttpContext http,
        CancellationToken cancellationToken,
        long? before = null,
        int? again = null
    ) =>
        DeliveriesAsync(
            id,
            publisher,
            http,
            before,
            again is { } count ? Reader.Of(http).T("webhook.redelivered", count) : null,
            cancellationToken
        );

    public static async Task<IResult> Redeliver(
        Guid id,
        long delivery,
        IPublisherApi publisher,
        HttpContext http,
        CancellationToken cancellationToken
    )
    {
        var message = await AskPublisher.DoAsync(Reader.Of(http), () => publisher.RedeliverAsync(id, delivery, cancellationToken));
        return message is null
            ? TypedResults.Redirect($"{Address}/{id}")
            : await DeliveriesAsync(id, publisher, http, null, message, cancellationToken);
    }

    /// <param name="to">With that day.</param>
    public static async Task<IResult> RedeliverRange(
        Guid id,
        [FromForm] DateOnly from,
        [FromForm] DateOnly to,
        IPublisherApi publisher,
        PackCalendar calendar,
        HttpContext http,
        CancellationToken cancellationToken
    )
    {
        var range = new RedeliverRange(calendar.StartOf(from), calendar.StartOf(to.AddDays(1)));
        var (sent, message) = await AskPublisher.AskAsync(
            Reader.Of(http),
            () => publisher.RedeliverRangeAsync(id, range, cancellationToken)
        );
        return sent is not null
            ? TypedResults.Redirect($"{Address}/{id}?again={sent.Count}")
            : await DeliveriesAsync(id, publisher, http, null, message, cancellationToken);
    }

    private static WebhookRequest Switched(WebhookView webhook, bool isEnabled) =>
        new(webhook.Url, [.. webhook.Events], [.. webhook.Types], [.. webhook.Concepts], isEnabled);

    private static List<string> Words(string? text) =>
        [
            .. (text ?? "").Split(
                (char[])[' ', ',', '，', '、', '\t'],
                StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
            ),
        ];

    private static async Task<RazorComponentResult> ShowAsync(
        IPublisherApi publisher,
        HttpContext http,
        string? message,
        WebhookWithSecret? made,
        WebhookRequest? rejected,
        CancellationToken cancellationToken
    )
    {
        var reader = Reader.Of(http);
        var (webhooks, fault) = await AskPublisher.AskAsync(reader, () => publisher.ListWebhooksAsync(cancellationToken));
        return new RazorComponentResult<WebhooksPage>(
            new
            {
                Reader = reader,
                Webhooks = webhooks ?? [],
                Made = made,
                Rejected = rejected,
                Message = message ?? fault,
            }
        )
        {
            StatusCode = message is null ? StatusCodes.Status200OK : StatusCodes.Status409Conflict,
        };
    }

    private static async Task<RazorComponentResult> DeliveriesAsync(
        Guid id,
        IPublisherApi publisher,
        HttpContext http,
        long? before,
        string? message,
        CancellationToken cancellationToken
    )
    {
        var reader = Reader.Of(http);
        var (deliveries, fault) = await AskPublisher.AskAsync(reader, () => publisher.ListDeliveriesAsync(id, before, cancellationToken));
        var (webhook, _) = await AskPublisher.AskAsync(
            reader,
            async () => await (await publisher.GetWebhookAsync(id, cancellationToken)).EnsureSuccessStatusCodeAsync()
        );
        return new RazorComponentResult<DeliveriesPage>(
            new
            {
                Reader = reader,
                Webhook = id,
                Url = webhook?.Content?.Url,
                Deliveries = deliveries ?? [],
                Message = message ?? fault,
            }
        );
    }
}
