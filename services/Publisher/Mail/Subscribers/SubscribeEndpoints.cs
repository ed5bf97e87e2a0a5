using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NewsEducator.Publisher.Data;
using NewsEducator.Publisher.Forms;
using NewsEducator.Publisher.Mail.Notices;
using NewsEducator.Publisher.Pages;
using Npgsql;

namespace NewsEducator.Publisher.Mail.Subscribers;

/// <summary>Where readers subscribe and leave. A GET shows a page with a button and changes nothing: scanners open every link of a
/// mail.</summary>
internal static class SubscribeEndpoints
{
    public static void MapSubscriptions(this RouteGroupBuilder forms)
    {
        forms.MapGet("/subscribe", Form);
        forms.MapPost("/subscribe", Subscribe).TakesForm();
        forms.MapGet("/subscribed", RazorComponentResult (Frame frame) => Notice(frame, "subscribe.asked"));
        forms.MapGet("/subscribe/{token}", AskToConfirm);
        forms.MapPost("/subscribe/{token}", Confirm);
        forms.MapGet("/unsubscribe/{token}", AskToUnsubscribe);
        forms.MapPost("/unsubscribe/{token}", Unsubscribe).TakesForm();
    }

    private static Results<RazorComponentResult, NotFound> Form(Frame frame) =>
        frame.TakesSubscriptions ? Page(frame, "", fault: null, StatusCodes.Status200OK) : TypedResults.NotFound();

    /// <summary>The answer is the same whether the address is known or not.</summary>
    private static async Task<Results<RedirectHttpResult, RazorComponentResult, NotFound, StatusCodeHttpResult>> Subscribe(
        [FromForm] string? address,
        Frame frame,
        PublisherDb db,
        MailNotices notices,
        SubscribeLimit limit,
        IOptions<MailOptions> options,
        TimeProvider time,
        HttpContext http,
        CancellationToken cancellationToken
    )
    {
        if (!ReaderForms.IsOurs(http.Request, frame.PublicUrl))
        {
            return TypedResults.StatusCode(StatusCodes.Status403Forbidden);
        }

        if (!frame.TakesSubscriptions)
        {
            return TypedResults.NotFound();
        }

        if (MailAddress.Normalize(address) is not { } valid)
        {
            return Page(frame, address, "subscribe.bad", StatusCodes.Status400BadRequest);
        }

        if (!limit.Allows(http.Connection.RemoteIpAddress))
        {
            http.Response.Headers.RetryAfter = $"{(int)options.Value.Window.TotalSeconds}";
            return Page(frame, address, "subscribe.too-many", StatusCodes.Status429TooManyRequests);
        }

        await AskAsync(valid, frame.Language, db, notices, time.GetUtcNow(), cancellationToken);
        return TypedResults.Redirect(frame.Link("/subscribed"), permanent: false, preserveMethod: false);
    }

    private static async Task AskAsync(
        string address,
        string language,
        PublisherDb db,
        MailNotices notices,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var subscriber = await db.MailSubscribers.SingleOrDefaultAsync(each => each.Address == address, cancellationToken);
        if (subscriber is null)
        {
            subscriber = MailSubscriber.Of(address, language, now);
            db.MailSubscribers.Add(subscriber);
        }

        if (!subscriber.Ask(language, now))
        {
            return;
        }

        notices.AskToConfirm(subscriber);
        // Asked for twice at the same moment: the other one counts.
        await db.TrySaveNewAsync(cancellationToken);
    }

    private static async Task<RazorComponentResult> AskToConfirm(
        string token,
        Frame frame,
        PublisherDb db,
        CancellationToken cancellationToken
    ) =>
        await FindAsync(token, db, cancellationToken) is null
            ? Notice(frame, "subscribe.ended", StatusCodes.Status404NotFound)
            : Notice(frame, "subscribe.confirm", path: $"/subscribe/{token}", button: "subscribe.confirm.go");

    private static async Task<RazorComponentResult> Confirm(
        string token,
        Frame frame,
        PublisherDb db,
        TimeProvider time,
        CancellationToken cancellationToken
    )
    {
        if (await FindAsync(token, db, cancellationToken) is not { } subscriber)
        {
            return Notice(frame, "subscribe.ended", StatusCodes.Status404NotFound);
        }

        subscriber.Confirm(time.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        return Notice(frame, "subscribe.confirmed");
    }

    private static async Task<RazorComponentResult> AskToUnsubscribe(
        string token,
        Frame frame,
        PublisherDb db,
        CancellationToken cancellationToken
    ) =>
        await FindAsync(token, db, cancellationToken) is null
            ? Notice(frame, "unsubscribed")
            : Notice(frame, "unsubscribe", path: $"/unsubscribe/{token}", button: "unsubscribe.go");

    /// <summary>Deletes the address and all that was kept of it. RFC 8058: a mail program posts <c>List-Unsubscribe=One-Click</c>, perhaps
    /// more than once, and wants no page.</summary>
    private static async Task<Results<RazorComponentResult, Ok>> Unsubscribe(
        string token,
        [FromForm(Name = "List-Unsubscribe")] string? oneClick,
        Frame frame,
        PublisherDb db,
        CancellationToken cancellationToken
    )
    {
        await db.MailSubscribers.Where(each => each.Token == token).ExecuteDeleteAsync(cancellationToken);
        return oneClick == "One-Click" ? TypedResults.Ok() : Notice(frame, "unsubscribed");
    }

    private static Task<MailSubscriber?> FindAsync(string token, PublisherDb db, CancellationToken cancellationToken) =>
        db.MailSubscribers.SingleOrDefaultAsync(each => each.Token == token, cancellationToken);

    private static RazorComponentResult<SubscribePage> Page(Frame frame, string? address, string? fault, int status) =>
        new(
            new
            {
                Frame = frame,
                Address = address ?? "",
                Fault = fault is null ? null : frame[fault],
            }
        )
        {
            StatusCode = status,
        };

    private static RazorComponentResult<NoticePage> Notice(
        Frame frame,
        string text,
        int status = StatusCodes.Status200OK,
        string path = "/subscribe",
        string? button = null
    ) =>
        new(
            new
            {
                Frame = frame,
                Text = text,
                Path = path,
                Button = button,
            }
        )
        {
            StatusCode = status,
        };
}

internal sealed class SubscribeLimit(IOptions<MailOptions> options) : ReaderLimit(options.Value);
