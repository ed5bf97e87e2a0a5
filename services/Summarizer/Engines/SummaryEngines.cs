using System.ClientModel;
using System.ClientModel.Primitives;
using Microsoft.Extensions.AI;
using NewsEducator.Summarizer.Chat;
using NewsEducator.Summarizer.Concepts;
using NewsEducator.Summarizer.Extraction;
using NewsEducator.Summarizer.Summaries;
using OpenAI;

namespace NewsEducator.Summarizer.Engines;

internal static class SummaryEngines
{
    /// <summary>The chat engine where an endpoint and a model are configured, else the extractive one.</summary>
    public static void AddSummaryEngine(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton(ConceptMap.Load());
        services.AddSingleton<SubmittedSummary>();
        services.AddSingleton<ExtractiveEngine>();
        services.AddOptions<ChatEngineOptions>().BindConfiguration(ChatEngineOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        var chat = builder.Configuration.GetSection(ChatEngineOptions.Section).Get<ChatEngineOptions>() ?? new ChatEngineOptions();
        if (!chat.IsSet)
        {
            services.AddSingleton<ISummaryEngine>(provider => provider.GetRequiredService<ExtractiveEngine>());
            return;
        }

        services.AddSingleton(_ => ConnectTo(chat));
        services.AddSingleton<ISummaryEngine, ChatEngine>();
    }

    /// <summary>A client of any endpoint that speaks the OpenAI chat API; it waits and asks again on 429 and 5xx.</summary>
    public static IChatClient ConnectTo(ChatEngineOptions chat)
    {
        var options = new OpenAIClientOptions
        {
            Endpoint = chat.Endpoint,
            NetworkTimeout = chat.Timeout,
            RetryPolicy = new ClientRetryPolicy(chat.MaxAttempts - 1),
        };
        var key = new ApiKeyCredential(string.IsNullOrWhiteSpace(chat.ApiKey) ? "none" : chat.ApiKey);
        return new OpenAIClient(key, options).GetChatClient(chat.Model!).AsIChatClient();
    }
}
