using System.Diagnostics.Metrics;
using NewsEducator.Summarizer.Chat.Spending;
using NewsEducator.Summarizer.Engines;

namespace NewsEducator.Summarizer;

/// <summary>Meter <c>NewsEducator.Summarizer</c>.</summary>
internal static class SummarizerMetrics
{
    private static readonly Meter Meter = new("NewsEducator.Summarizer");
    private static readonly Counter<long> Summaries = Meter.CreateCounter<long>(
        "newseducator.summarizer.summarized",
        "{item}",
        "Summaries written, by engine."
    );
    private static readonly Counter<long> Unproven = Meter.CreateCounter<long>(
        "newseducator.summarizer.unproven",
        "{claim}",
        "Claims that a model handed over without a quote of the source, by engine."
    );
    private static readonly Counter<long> FallBacks = Meter.CreateCounter<long>(
        "newseducator.summarizer.fallbacks",
        "{item}",
        "Summaries that the model should have written and could not."
    );

    private static readonly Counter<long> Postponements = Meter.CreateCounter<long>(
        "newseducator.summarizer.postponed",
        "{item}",
        "Items that wait for a model, by reason."
    );
    private static readonly Counter<long> Ceilings = Meter.CreateCounter<long>(
        "newseducator.summarizer.ceiling",
        "{question}",
        "Questions that no model was asked because the day's ceiling is reached."
    );
    private static readonly Counter<long> Tokens = Meter.CreateCounter<long>(
        "newseducator.summarizer.tokens",
        "{token}",
        "Tokens that models read and wrote, by model."
    );

    public static void Postponed(string reason) => Postponements.Add(1, new KeyValuePair<string, object?>("reason", reason));

    public static void CeilingReached() => Ceilings.Add(1);

    public static void Asked(ModelCall call) =>
        Tokens.Add(call.InputTokens + call.OutputTokens, new KeyValuePair<string, object?>("model", call.Model));

    public static void Summarized(Draft draft)
    {
        var engine = new KeyValuePair<string, object?>("engine", draft.Engine);
        Summaries.Add(1, engine);
        Unproven.Add(draft.Run.Unproven, engine);
        FallBacks.Add(draft.Run.FellBackBecause is null ? 0 : 1);
    }
}
