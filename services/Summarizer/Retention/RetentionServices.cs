using NewsEducator.ServiceDefaults;
using NewsEducator.ServiceDefaults.Retention;
using NewsEducator.Summarizer.Data;

namespace NewsEducator.Summarizer.Retention;

internal static class RetentionServices
{
    public static void AddRetention(this WebApplicationBuilder builder)
    {
        builder.Services.AddValidatedOptions<SummarizerRetentionOptions>(SummarizerRetentionOptions.Section);
        builder
            .Services.AddExpiring<UnneededSummaries>()
            .AddExpiring(
                "model answers",
                (SummarizerRetentionOptions options) => options.Answers,
                (SummarizerDb db, DateTimeOffset before) => db.KeptAnswers.Where(kept => kept.At < before).OrderBy(kept => kept.At)
            )
            .AddExpiring(
                "vectors",
                (SummarizerRetentionOptions options) => options.Vectors,
                (SummarizerDb db, DateTimeOffset before) => db.KeptVectors.Where(kept => kept.At < before).OrderBy(kept => kept.At)
            )
            .AddExpiring(
                "model calls",
                (SummarizerRetentionOptions options) => options.ModelCalls,
                (SummarizerDb db, DateTimeOffset before) => db.ModelCalls.Where(call => call.At < before).OrderBy(call => call.At)
            );
    }
}
