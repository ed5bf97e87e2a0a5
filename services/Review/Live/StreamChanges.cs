using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http.HttpResults;

namespace NewsEducator.Review.Live;

/// <summary>Server-sent events: <c>change</c> with a <see cref="Change"/>, and a <c>heartbeat</c> every 15 seconds.</summary>
internal static class StreamChanges
{
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);

    public static ServerSentEventsResult<Change> Handle(
        ChangeFeed feed,
        TimeProvider time,
        IHostApplicationLifetime life,
        HttpResponse response,
        CancellationToken cancellationToken
    )
    {
        // A proxy that gathers the answer before it passes it on would hold it for ever.
        response.Headers["X-Accel-Buffering"] = "no";
        return TypedResults.ServerSentEvents(FollowAsync(feed, time, life.ApplicationStopping, cancellationToken));
    }

    private static async IAsyncEnumerable<SseItem<Change>> FollowAsync(
        ChangeFeed feed,
        TimeProvider time,
        CancellationToken stopping,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stopping, cancellationToken);
        using var listener = feed.Listen();
        // The first bytes tell the browser that it is connected.
        yield return Beat();
        var next = listener.Changes.WaitToReadAsync(either.Token).AsTask();
        while (!either.IsCancellationRequested)
        {
            var pause = Task.Delay(Heartbeat, time, either.Token);
            if (await Task.WhenAny(next, pause) == pause)
            {
                if (!either.IsCancellationRequested)
                {
                    yield return Beat();
                }

                continue;
            }

            while (!either.IsCancellationRequested && listener.Changes.TryRead(out var change))
            {
                yield return new SseItem<Change>(change, "change");
            }

            if (listener.HasMissed())
            {
                yield return new SseItem<Change>(new Change { Kind = "missed" }, "change");
            }

            next = listener.Changes.WaitToReadAsync(either.Token).AsTask();
        }
    }

    private static SseItem<Change> Beat() => new(new Change { Kind = "heartbeat" }, "heartbeat");
}
