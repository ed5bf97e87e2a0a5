using Microsoft.AspNetCore.Http.HttpResults;
using NewsEducator.Contracts;

namespace NewsEducator.Review.Pages.Publishing;

/// <summary>How far the mails of each digest are, over the Publisher's API; an operator decides on what is overdue.</summary>
internal static class MailPages
{
    private const string Address = "/publishing/mail";

    public static Task<RazorComponentResult> Show(IPublisherApi publisher, HttpContext http, CancellationToken cancellationToken) =>
        ShowAsync(publisher, http, message: null, cancellationToken);

    public static async Task<IResult> Decide(
        DateOnly date,
        int revision,
        string what,
        IPublisherApi publisher,
        HttpContext http,
        CancellationToken cancellationToken
    )
    {
        var message = await AskPublisher.DoAsync(
            Reader.Of(http),
            () =>
                what == "send"
                    ? publisher.SendMailAsync(PageFormat.Iso(date), revision, cancellationToken)
                    : publisher.CancelMailAsync(PageFormat.Iso(date), revision, cancellationToken)
        );
        return message is null ? TypedResults.Redirect(Address) : await ShowAsync(publisher, http, message, cancellationToken);
    }

    private static async Task<RazorComponentResult> ShowAsync(
        IPublisherApi publisher,
        HttpContext http,
        string? message,
        CancellationToken cancellationToken
    )
    {
        var reader = Reader.Of(http);
        var (issues, fault) = await AskPublisher.AskAsync(reader, () => publisher.ListMailAsync(cancellationToken));
        return new RazorComponentResult<MailPage>(
            new
            {
                Reader = reader,
                Issues = issues ?? [],
                Message = message ?? fault,
            }
        )
        {
            StatusCode = message is null ? StatusCodes.Status200OK : StatusCodes.Status409Conflict,
        };
    }
}
