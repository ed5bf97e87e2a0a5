using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NewsEducator.Contracts;
using NewsEducator.Publisher.Data;
using NewsEducator.ServiceDefaults.Http;
using NewsEducator.ServiceDefaults.Security;

namespace NewsEducator.Publisher.Webhooks;

/// <summary>Operators make, change and watch webhooks.</summary>
internal static class WebhookEndpoints
{
    private const int MostWebhooks = 100;
    private static readonly TimeSpan FormerSecretLives = TimeSpan.FromDays(1);

    public static void MapWebhooks(this IEndpointRouteBuilder app)
    {
        var webhooks = app.MapGroup("/api/webhooks").WithTags("Webhooks").RequireAuthorization(Roles.Operator);
        webhooks.MapGet("/", List);
        webhooks.MapPost("/", Create);
        webhooks.MapGet("/{id:guid}", Get);
        webhooks.MapPut("/{id:guid}", Change);
        webhooks.MapDelete("/{id:guid}", Delete);
        webhooks.MapPost("/{id:guid}/secret", RotateSecret);
        webhooks.MapPost("/{id:guid}/test", Test);
        webhooks.MapDeliveries();
    }

    private static async Task<Ok<List<WebhookView>>> List(PublisherDb db, CancellationToken cancellationToken)
    {
        var webhooks = await db.Webhooks.AsNoTracking().OrderBy(each => each.CreatedAt).ToListAsync(cancellationToken);
        return TypedResults.Ok(webhooks.ConvertAll(WebhookView.Of));
    }

    private static async Task<Results<Created<WebhookWithSecret>, ValidationProblem, ProblemHttpResult>> Create(
        WebhookRequest request,
        PublisherDb db,
        WebhookSecret secret,
        IOptions<WebhookOptions> options,
        TimeProvider time,
        HttpContext http,
        CancellationToken cancellationToken
    )
    {
        if (WebhookFaults.Of(request, options.Value) is { Count: > 0 } faults)
        {
            return TypedResults.ValidationProblem(faults);
        }

        if (!secret.IsPossible)
        {
            return Conflict(
                "Publisher:Webhooks:Key is missing: set Publisher__Webhooks__Key to 32 or more random characters and start again."
            );
        }

        if (await db.Webhooks.CountAsync(cancellationToken) >= MostWebhooks)
        {
            return Conflict($"There are {MostWebhooks} webhooks already; delete one first.");
        }

        var webhook = new Webhook
        {
            Id = Guid.NewGuid(),
            Url = "",
            Events = [],
            Types = [],
            Concepts = [],
            CreatedBy = http.User.Identity!.Name!,
            CreatedAt = time.GetUtcNow(),
        };
        Apply(webhook, request, time.GetUtcNow());
        db.Webhooks.Add(webhook);
        await db.SaveChangesAsync(cancellationToken);
        VersionTag.Put(http.Response, webhook.Version);
        // Nothing may keep the secret on its way.
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Created($"/api/webhooks/{webhook.Id}", new WebhookWithSecret(WebhookView.Of(webhook), secret.Show(webhook)));
    }

    private static async Task<Results<Ok<WebhookView>, NotFound>> Get(
        Guid id,
        PublisherDb db,
        HttpContext http,
        CancellationToken cancellationToken
    )
    {
        if (await db.Webhooks.AsNoTracking().SingleOrDefaultAsync(each => each.Id == id, cancellationToken) is not { } webhook)
        {
            return TypedResults.NotFound();
        }

        VersionTag.Put(http.Response, webhook.Version);
        return TypedResults.Ok(WebhookView.Of(webhook));
    }

    private static async Task<Results<Ok<WebhookView>, NotFound, ValidationProblem, ProblemHttpResult>> Change(
        Guid id,
        WebhookRequest request,
        PublisherDb db,
        IOptions<WebhookOptions> options,
        TimeProvider time,
        HttpContext http,
        CancellationToken cancellationToken
    )
    {
        if (WebhookFaults.Of(request, options.Value) is { Count: > 0 } faults)
        {
            return TypedResults.ValidationProblem(faults);
        }

        if (await db.Webhooks.FindAsync([id], cancellationToken) is not { } webhook)
        {
            return TypedResults.NotFound();
        }

        if (Refuse(http.Request, webhook) is { } refusal)
        {
            return refusal;
        }

        Apply(webhook, request, time.GetUtcNow());
        return await SaveAsync(db, webhook, http.Response, cancellationToken) is { } changed
            ? changed
            : TypedResults.Ok(WebhookView.Of(webhook));
    }

    private static async Task<Results<NoContent, NotFound>> Delete(Guid id, PublisherDb db, CancellationToken cancellationToken) =>
        await db.Webhooks.Where(each => each.Id == id).ExecuteDeleteAsync(cancellationToken) > 0
            ? TypedResults.NoContent()
            : TypedResults.NotFound();

    /// <summary>The former secret signs as well for another day.</summary>
    private static async Task<Results<Ok<WebhookWithSecret>, NotFound, ProblemHttpResult>> RotateSecret(
        Guid id,
        PublisherDb db,
        WebhookSecret secret,
        TimeProvider time,
        HttpContext http,
        CancellationToken cancellationToken
    )
    {
        if (await db.Webhooks.FindAsync([id], cancellationToken) is not { } webhook)
        {
            return TypedResults.NotFound();
        }

        if (Refuse(http.Request, webhook) is { } refusal)
        {
            return refusal;
        }

        webhook.SecretVersion++;
        webhook.FormerSecretUntil = time.GetUtcNow() + FormerSecretLives;
        if (await SaveAsync(db, webhook, http.Response, cancellationToken) is { } changed)
        {
            return changed;
        }

        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(new WebhookWithSecret(WebhookView.Of(webhook), secret.Show(webhook)));
    }

    /// <summary>Sends <c>webhook.test.v1</c>; the log of deliveries shows the result.</summary>
    private static async Task<Results<Accepted, NotFound, ProblemHttpResult>> Test(
        Guid id,
        PublisherDb db,
        Announcements announcements,
        CancellationToken cancellationToken
    )
    {
        if (await db.Webhooks.FindAsync([id], cancellationToken) is not { } webhook)
        {
            return TypedResults.NotFound();
        }

        if (webhook.DisabledAt is not null)
        {
            return Disabled();
        }

        announcements.Test(webhook);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Accepted($"/api/webhooks/{id}/deliveries");
    }

    private static void Apply(Webhook webhook, WebhookRequest request, DateTimeOffset now)
    {
        (webhook.Url, webhook.Events) = (request.Url!, request.Events ?? []);
        (webhook.Types, webhook.Concepts) = (request.Types ?? [], request.Concepts ?? []);
        if (request.IsEnabled)
        {
            (webhook.DisabledAt, webhook.DisabledReason, webhook.FailingSince) = (null, null, null);
        }
        else if (webhook.DisabledAt is null)
        {
            (webhook.DisabledAt, webhook.DisabledReason) = (now, "a person disabled it");
        }
    }

    /// <returns>Null once the new version is saved; why not where another change was saved first.</returns>
    private static async Task<ProblemHttpResult?> SaveAsync(
        PublisherDb db,
        Webhook webhook,
        HttpResponse response,
        CancellationToken cancellationToken
    )
    {
        webhook.Version++;
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Changed();
        }

        VersionTag.Put(response, webhook.Version);
        return null;
    }

    private static ProblemHttpResult? Refuse(HttpRequest request, Webhook webhook)
    {
        if (!VersionTag.IsConditional(request))
        {
            return TypedResults.Problem(
                "Send If-Match with the ETag of the webhook as you saw it.",
                statusCode: StatusCodes.Status428PreconditionRequired
            );
        }

        return VersionTag.Names(request, webhook.Version) ? null : Changed();
    }

    /// <summary>What would be sent now would be cancelled at once.</summary>
    public static ProblemHttpResult Disabled() => Conflict("The webhook is disabled; enable it with PUT first.");

    private static ProblemHttpResult Changed() =>
        TypedResults.Problem("The webhook has changed; read it again, then decide.", statusCode: StatusCodes.Status412PreconditionFailed);

    private static ProblemHttpResult Conflict(string detail) => TypedResults.Problem(detail, statusCode: StatusCodes.Status409Conflict);
}
