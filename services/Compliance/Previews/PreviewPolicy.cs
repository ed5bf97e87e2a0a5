using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NewsEducator.Compliance.Data;
using NewsEducator.Compliance.Policies;
using NewsEducator.Compliance.Screenings;

namespace NewsEducator.Compliance.Previews;

/// <summary>What a changed policy would mean: server-sent events <c>flip</c>, <c>progress</c> and at the end <c>done</c>. Nothing is
/// stored.</summary>
internal static class PreviewPolicy
{
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(2);

    /// <param name="since">Only what was screened since; 30 days ago by default.</param>
    /// <param name="until">And before this; now by default.</param>
    /// <param name="most">At most so many, the latest first.</param>
    public static async Task<Results<ServerSentEventsResult<PreviewLine>, ProblemHttpResult>> Handle(
        HttpContext http,
        DateTimeOffset? since,
        DateTimeOffset? until,
        int? most,
        ComplianceDb db,
        PolicyInForce policies,
        Replay replay,
        IOptions<ComplianceOptions> options,
        TimeProvider time,
        CancellationToken cancellationToken
    )
    {
        var body = await PolicyBody.ReadAsync(http.Request, cancellationToken);
        if (body.Policy is not { } proposed)
        {
            return body.Refusal!;
        }

        var now = time.GetUtcNow();
        var window = db.Latest(since?.ToUniversalTime() ?? now - options.Value.Window, until?.ToUniversalTime() ?? now);
        var count = await window.CountAsync(cancellationToken);
        var total = Math.Min(count, Math.Clamp(most ?? options.Value.MostItems, 1, options.Value.MostItems));
        var items = window.OrderByDescending(screening => screening.ScreenedAt).Take(total);
        var results = replay.RunAsync(items, await policies.GetAsync(cancellationToken), proposed, cancellationToken);
        // A proxy that gathers the answer before it passes it on would hold it to the end.
        http.Response.Headers["X-Accel-Buffering"] = "no";
        return TypedResults.ServerSentEvents(
            TellAsync(results, new PreviewLine(0, total, 0, 0, 0, count > total), time, cancellationToken)
        );
    }

    private static async IAsyncEnumerable<SseItem<PreviewLine>> TellAsync(
        IAsyncEnumerable<Replay.Result> results,
        PreviewLine line,
        TimeProvider time,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var told = time.GetTimestamp();
        await foreach (var result in results.WithCancellation(cancellationToken))
        {
            line = Count(line, result);
            if (result.Flip is not null)
            {
                yield return new SseItem<PreviewLine>(line, "flip");
            }
            else if (time.GetElapsedTime(told) > Silence)
            {
                yield return new SseItem<PreviewLine>(line, "progress");
            }
            else
            {
                continue;
            }

            told = time.GetTimestamp();
        }

        yield return new SseItem<PreviewLine>(line with { Flip = null }, "done");
    }

    private static PreviewLine Count(PreviewLine line, Replay.Result result) =>
        line with
        {
            Done = line.Done + 1,
            Flips = line.Flips + (result.Flip is null ? 0 : 1),
            PublishedFlips = line.PublishedFlips + (result.Flip is { Standing: Outcomes.OutcomeState.Published } ? 1 : 0),
            Unread = line.Unread + (result.Read ? 0 : 1),
            Flip = result.Flip,
        };
}

/// <summary>How far a preview is; at its end what it came to.</summary>
/// <param name="Total">Screenings to replay.</param>
/// <param name="Unread">Of those done, the ones whose snapshot could not be read: they are in no flip.</param>
/// <param name="Flip">An item that flips.</param>
/// <param name="IsCapped">There are more screenings in the window than one preview replays.</param>
internal sealed record PreviewLine(
    int Done,
    int Total,
    int Flips,
    int PublishedFlips,
    int Unread,
    bool IsCapped,
    ChangedVerdict? Flip = null
);
