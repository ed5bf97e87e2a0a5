using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using NewsEducator.Contracts;
using NewsEducator.ServiceDefaults.Http;

namespace NewsEducator.Review.Pages.Publishing;

/// <summary>Published digests with their revisions, over the Publisher's API; an editor retracts or takes down.</summary>
internal static class PublishingPages
{
    public static Task<RazorComponentResult> Show(
        IPublisherApi publisher,
        HttpContext http,
        CancellationToken cancellationToken,
        DateOnly? before = null
    ) => ShowAsync(publisher, http, before, message: null, cancellationToken);

    public static async Task<IResult> Withdraw(
        Guid id,
        [FromForm] string kind,
        [FromForm] string? reason,
        [FromForm] int revision,
        IPublisherApi publisher,
        HttpContext http,
        CancellationToken cancellationToken
    )
    {
        var message = await AskPublisher.DoAsync(
            Reader.Of(http),
            () => publisher.WithdrawAsync(id, new WithdrawalOrder(kind, reason ?? ""), VersionTag.Of(revision), cancellationToken)
        );
        return message is null
            ? TypedResults.Redirect("/publishing")
            : await ShowAsync(publisher, http, before: null, message, cancellationToken);
    }

    private static async Task<RazorComponentResult> ShowAsync(
        IPublisherApi publisher,
        HttpContext http,
        DateOnly? before,
        string? message,
        CancellationToken cancellationToken
    )
    {
        var reader = Reader.Of(http);
        var (digests, fault) = await AskPublisher.AskAsync(reader, () => publisher.ListDigestsAsync(before, cancellationToken));
        return new RazorComponentResult<PublishingPage>(
            new
            {
                Reader = reader,
                Digests = digests ?? [],
                Message = message ?? fault,
            }
        )
        {
            StatusCode = message is null ? StatusCodes.Status200OK : StatusCodes.Status409Conflict,
        };
    }
}
