using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using NewsEducator.Review.Data;
using NewsEducator.Review.Operations;

namespace NewsEducator.Review.Pages;

/// <summary>Where an operator looks: what goes through, what is stuck, and what could not be handled.</summary>
internal static class OperationsPages
{
    private const int LongestReason = 1000;

    /// <param name="of">What to follow through all services.</param>
    /// <param name="done">How many messages were sent again.</param>
    /// <param name="discarded">How many messages were discarded.</param>
    public static async Task<RazorComponentResult> Show(
        ReviewDb db,
        ReadOperations read,
        ReadLineage lineage,
        IOptions<ReviewOptions> options,
        HttpContext http,
        CancellationToken cancellationToken,
        string? of = null,
        string? done = null,
        int? discarded = null
    )
    {
        var reader = Reader.Of(http);
        return new RazorComponentResult<OperationsPage>(
            new
            {
                Reader = reader,
                View = await read.ReadAsync(cancellationToken),
                Audit = await AuditTail.ReadAsync(db, http, cancellationToken),
                Of = of,
                Lineage = string.IsNullOrWhiteSpace(of) ? null : await lineage.ReadAsync(of.Trim(), cancellationToken),
                options.Value.TraceUrl,
                Message = discarded is not null ? reader.T("ops.discarded-group", discarded)
                : int.TryParse(done, out var count) ? reader.T("ops.redriven", count)
                : done is "away" ? reader.T("ops.no-answer")
                : done is "polls" ? reader.T("ops.polling")
                : null,
            }
        );
    }

    public static async Task<IResult> Letters(
        string service,
        string fingerprint,
        DeadLetterCalls letters,
        HttpContext http,
        CancellationToken cancellationToken
    )
    {
        if (!DeadLetterCalls.Knows(service))
        {
            return TypedResults.NotFound();
        }

        return await LettersAsync(service, fingerprint, letters, http, null, cancellationToken);
    }

    public static Task<IResult> Letter(
        string service,
        long id,
        DeadLetterCalls letters,
        HttpContext http,
        CancellationToken cancellationToken
    ) => LetterAsync(service, id, letters, http, null, cancellationToken);

    public static async Task<IResult> Redrive(
        [FromForm] string service,
        [FromForm] string? fingerprint,
        [FromForm] long? id,
        DeadLetterCalls letters,
        CancellationToken cancellationToken
    )
    {
        if (!DeadLetterCalls.Knows(service))
        {
            return TypedResults.BadRequest();
        }

        var count = await letters.RedriveAsync(service, id, fingerprint, cancellationToken);
        return TypedResults.Redirect($"/operations?done={(count is { } sent ? $"{sent}" : "away")}#services");
    }

    /// <summary>One message, or all of a fault.</summary>
    public static async Task<IResult> Discard(
        [FromForm] string service,
        [FromForm] long? id,
        [FromForm] string? fingerprint,
        [FromForm] string? reason,
        DeadLetterCalls letters,
        HttpContext http,
        CancellationToken cancellationToken
    )
    {
        if (!DeadLetterCalls.Knows(service))
        {
            return TypedResults.BadRequest();
        }

        var isReasoned = !string.IsNullOrWhiteSpace(reason) && reason.Length <= LongestReason;
        var by = http.User.Identity!.Name!;
        if (id is { } one)
        {
            return !isReasoned ? await LetterAsync(service, one, letters, http, "ops.discard-reason", cancellationToken)
                : await letters.DiscardAsync(service, one, reason!.Trim(), by, cancellationToken)
                    ? TypedResults.Redirect("/operations#services")
                : await LetterAsync(service, one, letters, http, "ops.no-answer", cancellationToken);
        }

        if (string.IsNullOrEmpty(fingerprint))
        {
            return TypedResults.BadRequest();
        }

        return !isReasoned ? await LettersAsync(service, fingerprint, letters, http, "ops.discard-reason", cancellationToken)
            : await letters.DiscardGroupAsync(service, fingerprint, reason!.Trim(), by, cancellationToken) is { } count
                ? TypedResults.Redirect($"/operations?discarded={count}#services")
            : await LettersAsync(service, fingerprint, letters, http, "ops.no-answer", cancellationToken);
    }

    /// <summary>Every source is due now.</summary>
    public static async Task<IResult> Poll(ServiceCalls calls, CancellationToken cancellationToken)
    {
        var answer = await calls.PostAsync("collector", "/api/sources/poll", new { }, cancellationToken);
        return TypedResults.Redirect($"/operations?done={(answer.IsOk ? "polls" : "away")}");
    }

    private static async Task<IResult> LettersAsync(
        string service,
        string fingerprint,
        DeadLetterCalls letters,
        HttpContext http,
        string? message,
        CancellationToken cancellationToken
    )
    {
        var found = await letters.ListAsync(service, fingerprint, cancellationToken);
        var reader = Reader.Of(http);
        return new RazorComponentResult<DeadLettersPage>(
            new
            {
                Reader = reader,
                Service = service,
                Fingerprint = fingerprint,
                Found = found ?? [],
                IsAway = found is null,
                Message = message is null ? null : reader.T(message),
            }
        )
        {
            StatusCode = message is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity,
        };
    }

    private static async Task<IResult> LetterAsync(
        string service,
        long id,
        DeadLetterCalls letters,
        HttpContext http,
        string? message,
        CancellationToken cancellationToken
    )
    {
        if (!DeadLetterCalls.Knows(service) || await letters.FindAsync(service, id, cancellationToken) is not { } letter)
        {
            return TypedResults.NotFound();
        }

        var reader = Reader.Of(http);
        return new RazorComponentResult<DeadLetterPage>(
            new
            {
                Reader = reader,
                Service = service,
                Content = letter,
                Message = message is null ? null : reader.T(message),
            }
        )
        {
            StatusCode = message is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity,
        };
    }
}
