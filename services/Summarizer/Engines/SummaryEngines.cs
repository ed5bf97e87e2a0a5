using NewsEducator.ServiceDefaults;
using NewsEducator.ServiceDefaults.Diagnosis;
using NewsEducator.Summarizer.Chat;
using NewsEducator.Summarizer.Chat.Answers;
using NewsEducator.Summarizer.Chat.Spending;
using NewsEducator.Summarizer.Concepts;
using NewsEducator.Summarizer.Diagnosis;
using NewsEducator.Summarizer.Embeddings;
using NewsEducator.Summarizer.Extraction;
using NewsEducator.Summarizer.Judging;
using NewsEducator.Summarizer.Summaries;

namespace NewsEducator.Summarizer.Engines;

internal static class SummaryEngines
{
    /// <summary>The chat engine where an endpoint and a model are configured, else the extractive one.</summary>
    public static void AddSummaryEngine(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton(ConceptMap.Load());
        services.AddSingleton(JudgeModel.Load());
        services.AddSingleton<SentenceEncoder>();
        services.AddSingleton<VectorCache>();
        services.AddSingleton<ItemJudge>();
        services.AddSingleton<ItemReader>();
        services.AddSingleton<SubmittedSummary>();
        services.AddSingleton<ExtractiveEngine>();
        services.AddScoped<Summarizing>();
        services.AddValidatedOptions<ChatEngineOptions>(ChatEngineOptions.Section);
        services.AddHealthChecks().AddOnRequest<ModelCheck>(ModelCheck.Name);
        var chat = builder.Configuration.GetSection(ChatEngineOptions.Section).Get<ChatEngineOptions>() ?? new ChatEngineOptions();
        if (!chat.IsSet)
        {
            services.AddSingleton<ISummaryEngine>(provider => provider.GetRequiredService<ExtractiveEngine>());
            return;
        }

        services.AddSingleton<ModelLedger>();
        services.AddSingleton<AnswerCache>();
        services.AddSingleton<IReadOnlyList<ChatModel>>(provider =>
            [.. chat.Models.Select(name => ChatModel.Connect(name, chat, provider.GetRequiredService<TimeProvider>()))]
        );
        services.AddSingleton<ISummaryEngine, ChatEngine>();
    }
}
