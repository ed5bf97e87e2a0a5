using System.Globalization;
using System.Text.Json.Nodes;
using NewsEducator.Compliance.Grounding.Scoring;
using NewsEducator.Compliance.Grounding.Words;
using NewsEducator.Contracts;

namespace NewsEducator.Conformance.Grounding;

/// <summary>Whether the shipped score tells summaries that are true of their source from those that are not: one threshold for all data
/// sets.</summary>
internal sealed class GroundingSuite : ISuite
{
    private static readonly string[] Summac = ["factcc", "frank_cnndm", "frank_xsum", "polytope", "summeval", "xsumfaith"];

    public string Name => "grounding";

    public JsonObject Run(DirectoryInfo folder, TextWriter log)
    {
        var sources = JsonLines
            .Read<GroundingSource>(folder, "sources.jsonl")
            .ToDictionary(source => source.SourceId, source => new Lazy<Wording>(() => new Wording(source.Text)));
        var rows = JsonLines.Read<GroundingRow>(folder, "items.jsonl").ToList();
        var accuracies = rows.Select(row =>
                (
                    row.Dataset,
                    row.IsConsistent,
                    Found: SupportScore.Of([.. Sentences.Of(row.Summary)], sources[row.SourceId].Value) >= SupportScore.Threshold
                )
            )
            .GroupBy(row => row.Dataset)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .ToDictionary(
                group => group.Key,
                group =>
                    (
                        Share(group.Where(row => row.IsConsistent), row => row.Found)
                        + Share(group.Where(row => !row.IsConsistent), row => !row.Found)
                    ) / 2
            );
        foreach (var (dataset, accuracy) in accuracies)
        {
            log.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{dataset, -24}{accuracy:0.000}  of {rows.Count(row => row.Dataset == dataset)}"
                )
            );
        }

        return new JsonObject
        {
            ["macroBalancedAccuracy"] = accuracies.Values.DefaultIfEmpty().Average(),
            ["summacGroup"] = accuracies.Where(pair => Summac.Contains(pair.Key)).Select(pair => pair.Value).DefaultIfEmpty().Average(),
            ["perDataset"] = new JsonObject(accuracies.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value))),
            ["n"] = rows.Count,
        };
    }

    private static double Share<T>(IEnumerable<T> rows, Func<T, bool> holds)
    {
        var all = rows.ToList();
        return all.Count == 0 ? 0 : (double)all.Count(holds) / all.Count;
    }
}
