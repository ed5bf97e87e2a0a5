using Microsoft.AspNetCore.Http.HttpResults;
using NewsEducator.Collector.Data;
using NewsEducator.Contracts;
using NewsEducator.ServiceDefaults.Reconciling;

namespace NewsEducator.Collector.Items;

/// <summary>A person names one page; it goes the way of a polled one, and the answer tells where it ended.</summary>
internal static class SubmitItem
{
    public static async Task<Results<Ok<ItemView>, ValidationProblem>> Handle(
        Request request,
        CollectInIsolation collect,
        CollectorDb db,
        ISentItems sent,
        TimeProvider time,
        CancellationToken cancellationToken
    )
    {
        if (request.Url is not { Length: <= CanonicalUrl.LongestUrl } || !Uri.TryCreate(request.Url, UriKind.Absolute, out _))
        {
            return TypedResults.ValidationProblem(
                new Dictionary<string, string[]>
                {
                    ["url"] = [$"An absolute URL of at most {CanonicalUrl.LongestUrl} characters is needed."],
                }
            );
        }

        var began = time.GetUtcNow();
        var item = await collect.NamedAsync(request.Url, cancellationToken);
        if (item.State == ItemState.Collected && item.StateSince < began)
        {
            // It may be stuck on its way: each stage that has it passes it on again.
            await sent.SendAgainAsync([item.Id], began, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
        }

        return TypedResults.Ok(ItemView.Of(item));
    }

    internal sealed record Request(string? Url = null);
}
