using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using NewsEducator.Contracts;
using NewsEducator.ServiceDefaults.Security;

namespace NewsEducator.ServiceDefaults.Messaging;

/// <summary>Operators list, redrive and discard what was not handled; the same on every service.</summary>
internal static class DeadLetterEndpoints
{
    private const int LongestText = 1000;

    public static void MapDeadLetters(this WebApplication app)
    {
        var letters = app.MapGroup("/api/dead-letters")
            .WithTags("Dead letters")
            .RequireAuthorization(Roles.Operator)
            .ExcludeFromDescription();
        letters.MapGet("/", List);
        letters.MapGet("/{id:long}", Get);
        letters.MapPost("/redrive", RedriveMany);
        letters.MapPost("/discard", DiscardGroup);
        letters.MapPost("/{id:long}/redrive", Redrive);
        letters.MapPost("/{id:long}/discard", Discard);
    }

    internal sealed record RedriveRequest(string? Fingerprint = null);

    internal sealed record DiscardRequest(string? Reason = null);

    internal sealed record DiscardGroupRequest(string? Fingerprint = null, string? Reason = null);

    /// <param name="state"><c>dead</c> (the default), <c>waiting</c> to be redelivered by itself, or <c>discarded</c>.</param>
    /// <param name="by"><c>fingerprint</c>: one line for each fault, the latest first.</param>
    /// <param name="fingerprint">Only those of this fault.</param>
    /// <param name="after">The former page's <c>next</c>.</param>
    private static async Task<Results<Ok<DeadLetterPage<DeadLetterView>>, Ok<DeadLetterPage<DeadLetterGroup>>, ValidationProblem>> List(
        DeadLetterDesk desk,
        CancellationToken cancellationToken,
        string state = "dead",
        string? by = null,
        string? fingerprint = null,
        long? after = null,
        int limit = 50
    )
    {
        if (limit is < 1 or > 500 || by is not (null or "fingerprint") || InState(desk, state) is not { } letters)
        {
            return TypedResults.ValidationProblem(
                new Dictionary<string, string[]>
                {
                    ["query"] = ["state is dead, waiting or discarded; by is fingerprint; limit is 1 to 500."],
                }
            );
        }

        letters = fingerprint is null ? letters : letters.Where(letter => letter.Fingerprint == fingerprint);
        return by is null
            ? TypedResults.Ok(await DeadLetterDesk.ListAsync(letters, state, after, limit, cancellationToken))
            : TypedResults.Ok(await DeadLetterDesk.GroupsAsync(letters, limit, cancellationToken));
    }

    private static IQueryable<DeadLetter>? InState(DeadLetterDesk desk, string state) =>
        state switch
        {
            "dead" => desk.Dead,
            "waiting" => desk.Waiting,
            "discarded" => desk.Discarded,
            _ => null,
        };

    private static async Task<Results<Ok<DeadLetterContent>, NotFound>> Get(
        long id,
        DeadLetterDesk desk,
        CancellationToken cancellationToken
    ) => await desk.FindAsync(id, cancellationToken) is { } letter ? TypedResults.Ok(letter) : TypedResults.NotFound();

    private static async Task<Results<Ok<Redriven>, NotFound, ProblemHttpResult>> Redrive(
        long id,
        DeadLetterDesk desk,
        CancellationToken cancellationToken
    ) =>
        await desk.CanBeRedrivenAsync(id, cancellationToken) switch
        {
            null => TypedResults.NotFound(),
            { IsTruncated: true } => Conflict(
                "Only the beginning of this message was kept: it was too large, and cannot be sent again. Discard it."
            ),
            { IsDiscarded: true } => Conflict("This message was discarded."),
            _ => TypedResults.Ok(new Redriven(await desk.RedriveAsync(id, null, cancellationToken))),
        };

    private static async Task<Ok<Redriven>> RedriveMany(
        RedriveRequest? request,
        DeadLetterDesk desk,
        CancellationToken cancellationToken
    ) => TypedResults.Ok(new Redriven(await desk.RedriveAsync(null, request?.Fingerprint, cancellationToken)));

    private static async Task<Results<NoContent, NotFound, ValidationProblem>> Discard(
        long id,
        DiscardRequest request,
        DeadLetterDesk desk,
        HttpContext http,
        CancellationToken cancellationToken
    )
    {
        if (RefusalOf("reason", request.Reason) is { } refusal)
        {
            return refusal;
        }

        return await desk.DiscardAsync(id, request.Reason!, http.User.Identity!.Name!, cancellationToken)
            ? TypedResults.NoContent()
            : TypedResults.NotFound();
    }

    /// <summary>Never all of them at once: each fault is looked at by itself.</summary>
    private static async Task<Results<Ok<Discarded>, ValidationProblem>> DiscardGroup(
        DiscardGroupRequest request,
        DeadLetterDesk desk,
        HttpContext http,
        CancellationToken cancellationToken
    )
    {
        if ((RefusalOf("fingerprint", request.Fingerprint) ?? RefusalOf("reason", request.Reason)) is { } refusal)
        {
            return refusal;
        }

        var by = http.User.Identity!.Name!;
        return TypedResults.Ok(new Discarded(await desk.DiscardGroupAsync(request.Fingerprint!, request.Reason!, by, cancellationToken)));
    }

    private static ValidationProblem? RefusalOf(string field, string? given) =>
        string.IsNullOrWhiteSpace(given) || given.Length > LongestText || given.Any(char.IsControl)
            ? TypedResults.ValidationProblem(
                new Dictionary<string, string[]>
                {
                    [field] = [$"Say in 1 to {LongestText} printable characters what is discarded, and why."],
                }
            )
            : null;

    private static ProblemHttpResult Conflict(string detail) => TypedResults.Problem(detail, statusCode: StatusCodes.Status409Conflict);
}
