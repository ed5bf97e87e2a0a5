using NewsEducator.Summarizer.Concepts;
using NewsEducator.Summarizer.Extraction;
using NewsEducator.Summarizer.Summaries;

namespace NewsEducator.Summarizer.Engines;

internal static class SummaryEngines
{
    /// <summary>The chat engine where an endpoint and a model are configured, else the extractive one.</summary>
    public static void AddSummaryEngine(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(ConceptMap.Load());
        builder.Services.AddSingleton<SubmittedSummary>();
        builder.Services.AddSingleton<ExtractiveEngine>();
        builder.Services.AddSingleton<ISummaryEngine>(services => services.GetRequiredService<ExtractiveEngine>());
    }
}
