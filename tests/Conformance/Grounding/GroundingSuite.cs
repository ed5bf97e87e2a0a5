using System.Globalization;
using System.Text.Json.Nodes;
using NewsEducator.Compliance.Grounding;
using NewsEducator.Contracts;

namespace NewsEducator.Conformance.Grounding;

internal sealed class GroundingSuite : ISuite
{
    public string Name => "grounding";

    public JsonObject Run(DirectoryInfo folder, TextWriter log)
    {
        var sources = JsonLines.Read<GroundingSource>(folder, "sources.jsonl").ToDictionary(source => source.SourceId, source => new Lazy<Wording>(() => new Wording(source.Text)));
        foreach (var row in JsonLines.Read<GroundingRow>(folder, "items.jsonl"))
        {
            var features = SupportFeatures.Of([.. Sentences.Of(row.Summary)], sources[row.SourceId].Value);
            log.WriteLine($"{row.Id}\t{row.Dataset}\t{row.SourceId}\t{(row.IsConsistent ? 1 : 0)}\t{string.Join('\t', features.Select(f => f.ToString("0.####", CultureInfo.InvariantCulture)))}");
        }
        return new JsonObject();
    }
}
