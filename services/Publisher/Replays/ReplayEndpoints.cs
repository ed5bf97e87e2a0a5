using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using NewsEducator.Publisher.Data;
using NewsEducator.ServiceDefaults.Security;

namespace NewsEducator.Publisher.Replays;

/// <summary>Operators send a range of digests again to one receiver.</summary>
internal static class ReplayEndpoints
{
    private const int PageSize = 100;
    private const int LongestName = 255;
    private const string Prefix = "sub.";

    /// <param name="From">The first date.</param>
    /// <param name="To">The last date, inclusive.</param>
    /// <param name="Queue">A queue of a subscriber; its name begins with <c>sub.</c></param>
    /// <param name="WebhookId">Instead of a queue.</param>
    internal sealed record ReplayRequest(DateOnly From, DateOnly To, string? Queue = null, Guid? WebhookId = null);

    /// <summary>A replay as operators see it.</summary>
    internal sealed record ReplayView(
        Guid Id,
        DateOnly From,
        DateOnly To,
        string? Queue,
        Guid? WebhookId,
        string RequestedBy,
        DateTimeOffset RequestedAt,
        ReplayState State,
        DateOnly? SentUpTo,
        int Digests,
        int Events,
        string? Error
    );

    public static void MapReplays(this IEndpointRouteBuilder app)
    {
        var replays = app.MapGroup("/api/replays").WithTags("Replays").RequireAuthorization(Roles.Operator);
        replays.MapGet("/", List);
        replays.MapPost("/", Create);
        replays.MapGet("/{id:guid}", Get);
        replays.MapDelete("/{id:guid}", Stop);
    }

    /// <summary>The newest.</summary>
    private static async Task<Ok<List<ReplayView>>> List(PublisherDb db, CancellationToken cancellationToken)
    {
        var replays = await db
            .Replays.AsNoTracking()
            .OrderByDescending(each => each.RequestedAt)
            .Take(PageSize)
            .ToListAsync(cancellationToken);
        return TypedResults.Ok(replays.ConvertAll(ViewOf));
    }

    private static async Task<Results<Accepted<ReplayView>, ValidationProblem>> Create(
        ReplayRequest request,
        PublisherDb db,
        TimeProvider time,
        HttpContext http,
        CancellationToken cancellationToken
    )
    {
        if (await FaultsAsync(request, db, cancellationToken) is { Count: > 0 } faults)
        {
            return TypedResults.ValidationProblem(faults);
        }

        var now = time.GetUtcNow();
        var replay = new Replay
        {
            Id = Guid.NewGuid(),
            From = request.From,
            To = request.To,
            Queue = request.Queue,
            WebhookId = request.WebhookId,
            RequestedBy = http.User.Identity!.Name!,
            RequestedAt = now,
            State = ReplayState.Running,
            NextAt = now,
        };
        db.Replays.Add(replay);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Accepted($"/api/replays/{replay.Id}", ViewOf(replay));
    }

    private static async Task<Results<Ok<ReplayView>, NotFound>> Get(Guid id, PublisherDb db, CancellationToken cancellationToken) =>
        await db.Replays.AsNoTracking().SingleOrDefaultAsync(each => each.Id == id, cancellationToken) is { } replay
            ? TypedResults.Ok(ViewOf(replay))
            : TypedResults.NotFound();

    /// <summary>What was sent by then stays sent.</summary>
    private static async Task<Results<NoContent, NotFound, ProblemHttpResult>> Stop(
        Guid id,
        PublisherDb db,
        CancellationToken cancellationToken
    )
    {
        var stopped = await db
            .Replays.Where(each => each.Id == id && each.State == ReplayState.Running)
            .ExecuteUpdateAsync(
                update =>
                    update.SetProperty(each => each.State, ReplayState.Stopped).SetProperty(each => each.NextAt, (DateTimeOffset?)null),
                cancellationToken
            );
        return stopped > 0 ? TypedResults.NoContent()
            : await db.Replays.AnyAsync(each => each.Id == id, cancellationToken)
                ? TypedResults.Problem("The replay has ended already.", statusCode: StatusCodes.Status409Conflict)
            : TypedResults.NotFound();
    }

    private static async Task<Dictionary<string, string[]>> FaultsAsync(
        ReplayRequest request,
        PublisherDb db,
        CancellationToken cancellationToken
    )
    {
        var faults = new Dictionary<string, string[]>();
        if (request.From > request.To)
        {
            faults["from"] = ["from must not be after to."];
        }

        if (request.Queue is null == request.WebhookId is null)
        {
            faults["queue"] = ["Name either queue or webhookId."];
        }
        else if (request.Queue is { } queue && !IsSubscribers(queue))
        {
            faults["queue"] = [$"Name a subscriber's queue: it begins with {Prefix} and has at most {LongestName} bytes."];
        }
        else if (
            request.WebhookId is { } id
            && !await db.Webhooks.AnyAsync(each => each.Id == id && each.DisabledAt == null, cancellationToken)
        )
        {
            faults["webhookId"] = ["There is no such webhook, or it is disabled."];
        }

        return faults;
    }

    // No queue of the product may be filled by hand.
    private static bool IsSubscribers(string queue) =>
        queue.StartsWith(Prefix, StringComparison.Ordinal)
        && !queue.Any(char.IsControl)
        && Encoding.UTF8.GetByteCount(queue) <= LongestName;

    private static ReplayView ViewOf(Replay replay) =>
        new(
            replay.Id,
            replay.From,
            replay.To,
            replay.Queue,
            replay.WebhookId,
            replay.RequestedBy,
            replay.RequestedAt,
            replay.State,
            replay.SentUpTo,
            replay.Digests,
            replay.Events,
            replay.Error
        );
}
