using System.ClientModel;
using System.ClientModel.Primitives;
using Microsoft.Extensions.AI;
using OpenAI;
using Polly;
using Polly.CircuitBreaker;

namespace NewsEducator.Compliance.Opinions;

/// <summary>The model that is asked, once and for a limited time; one that keeps failing holds no further screening up for a
/// while.</summary>
internal sealed class OpinionModel(IChatClient client, ResiliencePipeline guard)
{
    public static OpinionModel Connect(OpinionOptions opinion, TimeProvider time)
    {
        var options = new OpenAIClientOptions
        {
            Endpoint = opinion.Endpoint,
            NetworkTimeout = opinion.Timeout * 2,
            RetryPolicy = new ClientRetryPolicy(0),
        };
        var key = new ApiKeyCredential(string.IsNullOrWhiteSpace(opinion.ApiKey) ? "none" : opinion.ApiKey);
        var guard = new ResiliencePipelineBuilder { TimeProvider = time }
            .AddCircuitBreaker(
                new CircuitBreakerStrategyOptions
                {
                    FailureRatio = 1,
                    MinimumThroughput = 4,
                    SamplingDuration = TimeSpan.FromMinutes(2),
                    BreakDuration = TimeSpan.FromMinutes(1),
                }
            )
            .AddTimeout(opinion.Timeout)
            .Build();
        return new OpinionModel(new OpenAIClient(key, options).GetChatClient(opinion.Model).AsIChatClient(), guard);
    }

    public async Task<ChatResponse> AnswerAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions request,
        CancellationToken cancellationToken
    ) => await guard.ExecuteAsync(async token => await client.GetResponseAsync(messages, request, token), cancellationToken);
}
