using Microsoft.AspNetCore.Http.HttpResults;
using NewsEducator.Contracts;

namespace NewsEducator.Collector.Items;

/// <summary>A person names one page; it goes the way of a polled one, and the answer tells where it ended.</summary>
internal static class SubmitItem
{
    public static async Task<Results<Ok<ItemView>, ValidationProblem>> Handle(
        Request request, CollectOne collect, CancellationToken cancellationToken)
    {
        if (request.Url is not { Length: <= CanonicalUrl.LongestUrl } || !Uri.TryCreate(request.Url, UriKind.Absolute, out _))
        {
            return TypedResults.ValidationProblem(new Dictionary<string, string[]>
            {
                ["url"] = [$"An absolute URL of at most {CanonicalUrl.LongestUrl} characters is needed."],
            });
        }

        return TypedResults.Ok(ItemView.Of(await collect.NamedAsync(request.Url, cancellationToken)));
    }

    internal sealed record Request(string? Url);
}
