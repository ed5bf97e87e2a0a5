using System.ClientModel;
using System.ClientModel.Primitives;
using Microsoft.Extensions.AI;
using OpenAI;
using Polly;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace NewsEducator.Summarizer.Chat;

/// <summary>A model to talk with; one that keeps failing is left alone for a while.</summary>
internal sealed class ChatModel(string name, IChatClient client, ResiliencePipeline guard)
{
    private static readonly TimeSpan Sampled = TimeSpan.FromMinutes(1);

    public string Name => name;

    /// <summary>A model behind any endpoint that speaks the OpenAI chat API; it waits and asks again on 429 and 5xx.</summary>
    public static ChatModel Connect(string name, ChatEngineOptions chat, TimeProvider time)
    {
        var connection = ConnectionOf(chat, chat.Timeout, chat.MaxAttempts - 1);
        return new ChatModel(name, connection.GetChatClient(name).AsIChatClient(), Guard(chat, time));
    }

    /// <param name="chat">Endpoint and key.</param>
    /// <param name="timeout">Of one request.</param>
    /// <param name="retries">After the first one failed.</param>
    public static OpenAIClient ConnectionOf(ChatEngineOptions chat, TimeSpan timeout, int retries) =>
        new(
            new ApiKeyCredential(string.IsNullOrWhiteSpace(chat.ApiKey) ? "none" : chat.ApiKey),
            new OpenAIClientOptions
            {
                Endpoint = chat.Endpoint,
                NetworkTimeout = timeout,
                RetryPolicy = new ClientRetryPolicy(retries),
            }
        );

    public async Task<ChatResponse> AnswerAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions request,
        CancellationToken cancellationToken
    ) => await guard.ExecuteAsync(async token => await client.GetResponseAsync(messages, request, token), cancellationToken);

    /// <summary>Whether the failure is the model's or its network's, and another may do better.</summary>
    public static bool IsFault(Exception error, CancellationToken cancellationToken) =>
        error switch
        {
            OperationCanceledException => !cancellationToken.IsCancellationRequested,
            _ => error
                is ClientResultException
                    or HttpRequestException
                    or InvalidDataException
                    or AggregateException
                    or TimeoutRejectedException
                    or BrokenCircuitException,
        };

    private static ResiliencePipeline Guard(ChatEngineOptions chat, TimeProvider time) =>
        new ResiliencePipelineBuilder { TimeProvider = time }
            .AddCircuitBreaker(
                new CircuitBreakerStrategyOptions
                {
                    FailureRatio = 1,
                    MinimumThroughput = chat.FailuresBeforeBreak,
                    SamplingDuration = Sampled,
                    BreakDuration = chat.BreakFor,
                    ShouldHandle = arguments =>
                        ValueTask.FromResult(
                            arguments.Outcome.Exception is { } error && IsFault(error, arguments.Context.CancellationToken)
                        ),
                }
            )
            .AddTimeout(chat.Timeout)
            .Build();
}
