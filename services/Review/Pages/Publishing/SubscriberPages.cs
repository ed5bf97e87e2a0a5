using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using NewsEducator.Contracts;

namespace NewsEducator.Review.Pages.Publishing;

/// <summary>Who gets the digests by mail, over the Publisher's API; an operator unsubscribes for whoever asks for it.</summary>
internal static class SubscriberPages
{
    private const string Address = "/publishing/mail/subscribers";

    public static Task<RazorComponentResult> Show(
        IPublisherApi publisher,
        HttpContext http,
        CancellationToken cancellationToken,
        string? of = null,
        MailSubscriberState? state = null,
        string? after = null
    ) => ShowAsync(publisher, http, new SubscriberSearch(of?.Trim(), state), after, message: null, cancellationToken);

    public static async Task<IResult> Unsubscribe(
        Guid id,
        [FromForm] string? of,
        IPublisherApi publisher,
        HttpContext http,
        CancellationToken cancellationToken
    )
    {
        var message = await AskPublisher.DoAsync(Reader.Of(http), () => publisher.ForgetSubscriberAsync(id, cancellationToken));
        return message is null
            ? TypedResults.Redirect(string.IsNullOrEmpty(of) ? Address : $"{Address}?of={Uri.EscapeDataString(of)}")
            : await ShowAsync(publisher, http, new SubscriberSearch(of, null), null, message, cancellationToken);
    }

    private static async Task<RazorComponentResult> ShowAsync(
        IPublisherApi publisher,
        HttpContext http,
        SubscriberSearch search,
        string? after,
        string? message,
        CancellationToken cancellationToken
    )
    {
        var reader = Reader.Of(http);
        var (counts, fault) = await AskPublisher.AskAsync(reader, () => publisher.CountSubscribersAsync(cancellationToken));
        var (found, refusal) = fault is null
            ? await AskPublisher.AskAsync(reader, () => publisher.ListSubscribersAsync(after, search.Of, search.State, cancellationToken))
            : (null, fault);
        return new RazorComponentResult<SubscribersPage>(
            new
            {
                Reader = reader,
                Search = search,
                Counts = counts,
                Subscribers = found ?? [],
                Message = message ?? refusal,
            }
        )
        {
            StatusCode = message is null ? StatusCodes.Status200OK : StatusCodes.Status409Conflict,
        };
    }
}

/// <param name="Of">A part of the address.</param>
public sealed record SubscriberSearch(string? Of, MailSubscriberState? State);
