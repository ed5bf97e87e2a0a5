using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using NewsEducator.Contracts;

namespace NewsEducator.Review.Tests.Slices;

/// <summary>Answers as the Publisher's API does, and keeps who asked for what. What the Publisher really answers is seen in the end-to-end
/// tests.</summary>
internal sealed class PublisherStub
{
    public static readonly Guid Item = Guid.Parse("7d3f5c1e-0000-4000-8000-000000000001");
    public static readonly Guid Hook = Guid.Parse("7d3f5c1e-0000-4000-8000-000000000002");

    public static readonly Guid Subscriber = Guid.Parse("7d3f5c1e-0000-4000-8000-000000000003");

    private static readonly DateTimeOffset At = DateTimeOffset.UnixEpoch;

    private readonly ConcurrentQueue<Call> _calls = [];

    internal sealed record Call(string What, string? Token, string? Tag, string Body);

    public PublisherStub(WebApplication app)
    {
        var hook = new WebhookView(Hook, "https://receiver.example/", [], [], [], "the operator", At, null, null, null, null);
        app.MapGet(
            "/api/digests",
            (HttpRequest request) =>
                Answer(
                    request,
                    new[]
                    {
                        new PublishedDigest(
                            new DateOnly(2026, 3, 9),
                            2,
                            At,
                            "https://news.example/digests/2026-03-09",
                            [new PublishedEntry(Item, 1, "<b>连接池</b>", "ann", null, null)],
                            [new PublishedRevision(2, At, "ann", "Correction", 1, "数字少了一个零")]
                        ),
                    }
                )
        );
        app.MapPost(
            "/api/items/{id}/withdrawal",
            (HttpRequest request) =>
                request.Headers.IfMatch == "\"2\""
                    ? Answer(request, new { })
                    : Task.FromResult(Results.Problem("The digest has changed.", statusCode: StatusCodes.Status412PreconditionFailed))
        );
        app.MapGet("/api/webhooks", (HttpRequest request) => Answer(request, new[] { hook }));
        app.MapPost(
            "/api/webhooks",
            async (HttpRequest request, WebhookRequest webhook) =>
                webhook.Url is "https://receiver.example/"
                    ? await Answer(request, new WebhookWithSecret(hook, "whsec_once"), webhook.Events?.FirstOrDefault())
                    : Results.ValidationProblem(new Dictionary<string, string[]> { ["url"] = ["The address must begin with https://."] })
        );
        app.MapGet(
            "/api/webhooks/{id}",
            (HttpRequest request) =>
            {
                request.HttpContext.Response.Headers.ETag = "\"7\"";
                return Answer(request, hook);
            }
        );
        app.MapPut("/api/webhooks/{id}", (HttpRequest request, WebhookRequest webhook) => Answer(request, hook, $"{webhook.IsEnabled}"));
        app.MapPost("/api/webhooks/{id}/secret", (HttpRequest request) => Answer(request, new WebhookWithSecret(hook, "whsec_new")));
        app.MapPost("/api/webhooks/{id}/test", (HttpRequest request) => Answer(request, new { }));
        app.MapDelete("/api/webhooks/{id}", (HttpRequest request) => Answer(request, new { }));
        app.MapGet(
            "/api/webhooks/{id}/deliveries",
            (HttpRequest request) =>
                Answer(
                    request,
                    new[]
                    {
                        new DeliveryView(
                            5,
                            Guid.Empty,
                            "digest.published.v1",
                            DeliveryState.Failed,
                            At,
                            null,
                            "{}",
                            [new AttemptView(At, 12, 500, "<i>oops</i>", "answered 500, expected 2xx")]
                        ),
                    }
                )
        );
        app.MapPost("/api/webhooks/{id}/deliveries/5/redeliver", (HttpRequest request) => Answer(request, new { }));
        app.MapPost(
            "/api/webhooks/{id}/redeliver",
            (HttpRequest request, RedeliverRange range) => Answer(request, new Redelivered(17), $"{range.From:O} {range.To:O}")
        );
        app.MapGet(
            "/api/mail/issues",
            (HttpRequest request) =>
                Answer(request, new[] { new MailIssueView(new DateOnly(2026, 3, 9), 2, MailIssueState.Waiting, At, null, 5, 3, 1) })
        );
        app.MapGet("/api/mail/subscribers/counts", (HttpRequest request) => Answer(request, new MailSubscriberCounts(12, 3, 1)));
        app.MapGet(
            "/api/mail/subscribers",
            (HttpRequest request) =>
                Answer(
                    request,
                    new[]
                    {
                        new MailSubscriberView(
                            Subscriber,
                            "\"<b>ann</b>\"@example.org",
                            MailSubscriberState.Bounced,
                            At,
                            At,
                            At.AddDays(1),
                            "550 5.1.1 <i>unknown</i>"
                        ),
                    },
                    $"{request.QueryString}"
                )
        );
        app.MapDelete(
            "/api/mail/subscribers/{id}",
            (HttpRequest request, Guid id) => id == Subscriber ? Answer(request, new { }) : Task.FromResult(Results.NotFound())
        );
        app.MapPost("/api/mail/issues/{date}/2/send", (HttpRequest request) => Answer(request, new { }));
        app.MapPost(
            "/api/mail/issues/{date}/2/cancel",
            () => Results.Problem("The issue is not Waiting any more.", statusCode: StatusCodes.Status409Conflict)
        );
    }

    public Call Last(string what) => _calls.Last(call => call.What == what);

    private Task<IResult> Answer(HttpRequest request, object answer, string? about = null)
    {
        _calls.Enqueue(
            new Call(
                $"{request.Method} {request.Path}",
                request.Headers.Authorization.ToString().Split(' ') is ["Bearer", var token] ? token : null,
                request.Headers.IfMatch,
                about ?? ""
            )
        );
        return Task.FromResult(Results.Json(answer, HttpCalls.Json));
    }
}
