using System.Text.Json;
using Microsoft.Extensions.AI;
using NewsEducator.Contracts;

namespace NewsEducator.Summarizer.Chat.Reading;

/// <summary>Has a model copy out of each part of a long source what matters; only what stands verbatim in the source goes on.</summary>
internal static class LongSource
{
    private const int LongestQuote = 600;
    private const int MostQuotes = 12;

    private static readonly ChatOptions Request = new()
    {
        Temperature = 0,
        ResponseFormat = ChatResponseFormat.ForJsonSchema<ModelExtract>(ModelAnswer.Json, "extract"),
    };

    /// <returns>What the summary is written from: the title and the quotes in the order of the source. A short source as it is.</returns>
    public static async Task<string> ReadAsync(
        Snapshot snapshot,
        ChatModel model,
        ChatSession talk,
        ChatEngineOptions options,
        CancellationToken cancellationToken
    )
    {
        if (snapshot.Text.Length <= options.MaxSourceLength)
        {
            return snapshot.Text;
        }

        var search = new WhitespaceNormalizedText(snapshot.Text);
        var quotes = new List<string>();
        foreach (var part in SourceParts.Of(snapshot, options.MaxSourceLength).Take(options.MaxParts).TakeWhile(_ => talk.HasRoom))
        {
            var answer = await talk.AskAsync(model, Prompt.ExtractName, Prompt.ForExtract(part), Request, cancellationToken);
            quotes.AddRange(
                Parse(answer).Where(quote => quote.Length <= LongestQuote).Select(search.Quote).OfType<string>().Take(MostQuotes)
            );
        }

        var told = quotes.Distinct().OrderBy(quote => snapshot.Text.IndexOf(quote, StringComparison.Ordinal)).ToList();
        return told.Count == 0
            ? SourceParts.Of(snapshot, options.MaxSourceLength).First()
            : Fit([PlainText.Line(snapshot.Title), .. told], options.MaxSourceLength);
    }

    private static string Fit(IEnumerable<string> quotes, int maxLength)
    {
        var room = maxLength;
        return string.Join("\n\n", quotes.TakeWhile(quote => (room -= quote.Length + 2) >= 0));
    }

    private static IReadOnlyList<string> Parse(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<ModelExtract>(text, ModelAnswer.Json)?.Quotes ?? [];
        }
        catch (JsonException)
        {
            return [];
        }
    }
}

/// <summary>What a model copies out of one part of a long source; its JSON schema goes with the request.</summary>
internal sealed record ModelExtract
{
    public required IReadOnlyList<string> Quotes { get; init; }
}
