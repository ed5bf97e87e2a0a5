using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using NewsEducator.ServiceDefaults.Data;
using NewsEducator.ServiceDefaults.Security;

namespace NewsEducator.ServiceDefaults.Messaging;

/// <summary>Operators list, redrive and discard what was not handled; the same on every service.</summary>
internal static class DeadLetterEndpoints
{
    private const int LongestText = 1000;

    public static void MapDeadLetters(this WebApplication app)
    {
        var letters = app.MapGroup("/api/dead-letters").WithTags("Dead letters").RequireAuthorization(Roles.Operator).ExcludeFromDescription();
        letters.MapGet("/", List);
        letters.MapGet("/{id:long}", Get);
        letters.MapPost("/redrive", RedriveMany);
        letters.MapPost("/{id:long}/redrive", Redrive);
        letters.MapPost("/{id:long}/discard", Discard);
    }

    internal sealed record LetterView(
        long Id, string State, string Consumer, string MessageType, string MessageId, string Reason, string Fingerprint,
        DateTimeOffset FirstAt, DateTimeOffset LastAt, int Count, DateTimeOffset? DueAt, bool IsTruncated, string? DiscardedBy, string? DiscardReason);

    internal sealed record LetterWithBody(LetterView Letter, string ContentType, IReadOnlyDictionary<string, string> Headers, string Body);

    internal sealed record Group(string Fingerprint, string Reason, int Letters, DateTimeOffset FirstAt, DateTimeOffset LastAt);

    internal sealed record Page<T>(IReadOnlyList<T> Items, long? Next);

    internal sealed record RedriveRequest(string? Fingerprint);

    internal sealed record DiscardRequest(string? Reason);

    internal sealed record Redriven(int Count);

    /// <param name="state"><c>dead</c> (the default), <c>waiting</c> to be redelivered by itself, or <c>discarded</c>.</param>
    /// <param name="by"><c>fingerprint</c>: one line for each fault, the latest first.</param>
    /// <param name="after">The former page's <c>next</c>.</param>
    private static async Task<Results<Ok<Page<LetterView>>, Ok<Page<Group>>, ValidationProblem>> List(
        ServiceDb db, CancellationToken cancellationToken, string state = "dead", string? by = null, long? after = null, int limit = 50)
    {
        if (limit is < 1 or > 500 || by is not (null or "fingerprint") || InState(db, state) is not { } letters)
        {
            return TypedResults.ValidationProblem(new Dictionary<string, string[]> { ["query"] = ["state is dead, waiting or discarded; by is fingerprint; limit is 1 to 500."] });
        }

        if (by is not null)
        {
            var groups = await letters.GroupBy(letter => letter.Fingerprint)
                .Select(group => new { group.Key, Reason = group.Max(each => each.Reason), Letters = group.Count(), First = group.Min(each => each.FirstAt), Last = group.Max(each => each.LastAt) })
                .OrderByDescending(group => group.Last).Take(limit).ToListAsync(cancellationToken);
            return TypedResults.Ok(new Page<Group>([.. groups.Select(group => new Group(group.Key, group.Reason!, group.Letters, group.First, group.Last))], null));
        }

        var page = await letters.Where(letter => after == null || letter.Id < after).OrderByDescending(letter => letter.Id).Take(limit)
            .Select(letter => new LetterView(
                letter.Id, state, letter.Consumer, letter.MessageType, letter.MessageId, letter.Reason, letter.Fingerprint, letter.FirstAt, letter.LastAt,
                letter.Count, letter.DueAt, letter.IsTruncated, letter.DiscardedBy, letter.DiscardReason))
            .ToListAsync(cancellationToken);
        return TypedResults.Ok(new Page<LetterView>(page, page.Count == limit ? page[^1].Id : null));
    }

    private static IQueryable<DeadLetter>? InState(ServiceDb db, string state) => state switch
    {
        "dead" => db.DeadLetters.AsNoTracking().Where(letter => letter.DueAt == null && letter.DiscardedAt == null),
        "waiting" => db.DeadLetters.AsNoTracking().Where(letter => letter.DueAt != null),
        "discarded" => db.DeadLetters.AsNoTracking().Where(letter => letter.DiscardedAt != null),
        _ => null,
    };

    private static async Task<Results<Ok<LetterWithBody>, NotFound>> Get(long id, ServiceDb db, CancellationToken cancellationToken) =>
        await db.DeadLetters.FindAsync([id], cancellationToken) is { } letter
            ? TypedResults.Ok(new LetterWithBody(
                new LetterView(
                    letter.Id, letter.DiscardedAt is not null ? "discarded" : letter.DueAt is null ? "dead" : "waiting", letter.Consumer, letter.MessageType,
                    letter.MessageId, letter.Reason, letter.Fingerprint, letter.FirstAt, letter.LastAt, letter.Count, letter.DueAt, letter.IsTruncated,
                    letter.DiscardedBy, letter.DiscardReason),
                letter.ContentType, letter.Headers, Encoding.UTF8.GetString(letter.Body)))
            : TypedResults.NotFound();

    private static async Task<Results<Ok<Redriven>, NotFound, ProblemHttpResult>> Redrive(long id, ServiceDb db, TimeProvider time, CancellationToken cancellationToken)
    {
        var letter = await db.DeadLetters.AsNoTracking().Where(each => each.Id == id).Select(each => new { each.IsTruncated, each.DiscardedAt }).SingleOrDefaultAsync(cancellationToken);
        return letter switch
        {
            null => TypedResults.NotFound(),
            { IsTruncated: true } => Conflict("Only the beginning of this message was kept: it was too large, and cannot be sent again. Discard it."),
            { DiscardedAt: not null } => Conflict("This message was discarded."),
            _ => TypedResults.Ok(new Redriven(await RedriveAsync(db.DeadLetters.Where(each => each.Id == id), time, cancellationToken))),
        };
    }

    /// <summary>One statement: whoever goes away while it runs has redriven all of them or none.</summary>
    private static async Task<Ok<Redriven>> RedriveMany(RedriveRequest? request, ServiceDb db, TimeProvider time, CancellationToken cancellationToken)
    {
        var letters = InState(db, "dead")!;
        return TypedResults.Ok(new Redriven(await RedriveAsync(
            request?.Fingerprint is { } fingerprint ? letters.Where(letter => letter.Fingerprint == fingerprint) : letters, time, cancellationToken)));
    }

    private static Task<int> RedriveAsync(IQueryable<DeadLetter> letters, TimeProvider time, CancellationToken cancellationToken)
    {
        DateTimeOffset? now = time.GetUtcNow();
        return letters.Where(letter => !letter.IsTruncated && letter.DiscardedAt == null)
            .ExecuteUpdateAsync(update => update.SetProperty(letter => letter.DueAt, now), cancellationToken);
    }

    private static async Task<Results<NoContent, NotFound, ValidationProblem>> Discard(
        long id, DiscardRequest request, ServiceDb db, TimeProvider time, HttpContext http, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(request.Reason) || request.Reason.Length > LongestText || request.Reason.Any(char.IsControl))
        {
            return TypedResults.ValidationProblem(new Dictionary<string, string[]> { ["reason"] = [$"Say in 1 to {LongestText} printable characters why it is discarded."] });
        }

        DateTimeOffset? now = time.GetUtcNow();
        await db.DeadLetters.Where(letter => letter.Id == id && letter.DiscardedAt == null).ExecuteUpdateAsync(
            update => update
                .SetProperty(letter => letter.DiscardedAt, now)
                .SetProperty(letter => letter.DiscardedBy, http.User.Identity!.Name)
                .SetProperty(letter => letter.DiscardReason, request.Reason)
                .SetProperty(letter => letter.DueAt, (DateTimeOffset?)null),
            cancellationToken);
        return await db.DeadLetters.AnyAsync(letter => letter.Id == id, cancellationToken) ? TypedResults.NoContent() : TypedResults.NotFound();
    }

    private static ProblemHttpResult Conflict(string detail) => TypedResults.Problem(detail, statusCode: StatusCodes.Status409Conflict);
}
