using System.Globalization;
using System.Text.Json.Nodes;
using NewsEducator.Contracts;
using NewsEducator.Summarizer.Extraction;

namespace NewsEducator.Conformance.Summarization;

/// <summary>What the extractive engine's ranking and selection choose, by ROUGE; and whether that ROUGE is the one everybody
/// reports.</summary>
internal sealed class SummarizationSuite : ISuite
{
    public string Name => "summarization";

    public JsonObject Run(DirectoryInfo folder, TextWriter log)
    {
        var rows = JsonLines.Read<SummaryRow>(folder, "pairs.jsonl").ToList();
        log.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"ROUGE differs from the shipped values by {DifferenceFromShipped(rows):0.00000} on average"
            )
        );
        return new JsonObject(
            rows.GroupBy(row => row.Dataset)
                .OrderBy(group => group.Key, StringComparer.Ordinal)
                .Select(group =>
                    KeyValuePair.Create(group.Key, (JsonNode?)Figures([.. group.Select(row => Rouge.Best(Chosen(row), row.References))]))
                )
        );
    }

    /// <returns>The sentences that the product would take, in the order of the document.</returns>
    public static string Chosen(SummaryRow row)
    {
        var passages = Passages.Of(row.Title ?? "", row.Sentences);
        return string.Join(
            ' ',
            SentenceSelection.Pick(passages, Ranking.Score(passages), row.TargetSentences, int.MaxValue).Select(passage => passage.Text)
        );
    }

    /// <returns>Mean over all systems and measures, 0–1.</returns>
    public static double DifferenceFromShipped(IEnumerable<SummaryRow> rows) =>
        (
            from row in rows
            where row.SystemsRougeShipped is not null
            from system in row.SystemsRougeShipped!
            let ours = Rouge.Best(row.Systems![system.Key], row.References)
            from difference in new[]
            {
                ours.One - system.Value["rouge1_f"],
                ours.Two - system.Value["rouge2_f"],
                ours.L - system.Value["rougeL_f"],
            }
            select Math.Abs(difference)
        )
            .DefaultIfEmpty()
            .Average();

    private static JsonObject Figures(IReadOnlyList<Rouge> rouges) =>
        new()
        {
            ["rouge1"] = Percent(rouges.Average(rouge => rouge.One)),
            ["rouge2"] = Percent(rouges.Average(rouge => rouge.Two)),
            ["rougeL"] = Percent(rouges.Average(rouge => rouge.L)),
            ["n"] = rouges.Count,
        };

    private static double Percent(double share) => Math.Round(100 * share, 2);
}
