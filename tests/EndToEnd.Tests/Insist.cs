using System.Net;
using System.Text.Json.Nodes;
using NewsEducator.Testing;

namespace NewsEducator.EndToEnd.Tests;

/// <summary>As a patient person does: tries again while the service is away, and gives up on a real refusal.</summary>
internal static class Insist
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
