using System.Net;
using System.Text.Json.Nodes;
using NewsEducator.Testing;

namespace NewsEducator.EndToEnd.Tests;

/// <summary>Calls again while the service is away or its answer is not the expected one yet; a real refusal ends it.</summary>
internal static class RetryUntilReady
{
    public static Task<JsonNode> Async(Func<Task<JsonNode>> call, Func<JsonNode, bool>? isReady = null) =>
        Eventually.GetAsync(
            async () =>
            {
                try
                {
                    return await call();
                }
                catch (HttpRequestException refused)
                    when (refused.StatusCode
                            is { } status
                                and not HttpStatusCode.InternalServerError
                                and not HttpStatusCode.ServiceUnavailable
                    )
                {
                    throw new InvalidOperationException(refused.Message, refused);
                }
            },
            isReady ?? (_ => true),
            "an answer",
            seconds: 300
        );
}
