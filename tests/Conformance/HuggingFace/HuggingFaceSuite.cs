using System.Text.Json;
using System.Text.Json.Nodes;
using NewsEducator.Collector.Connectors.Http;
using NewsEducator.Collector.Connectors.HuggingFace;

namespace NewsEducator.Conformance.HuggingFace;

/// <summary>Answers of the Hub's API, read into what the connectors read them into.</summary>
internal sealed class HuggingFaceSuite : ISuite
{
    public string Name => "huggingface";

    public JsonObject Run(DirectoryInfo folder, TextWriter log) => RecordedFiles.Measure(folder, IsHandled, log);

    private static bool IsHandled(string file, string text) =>
        file switch
        {
            _ when file.StartsWith("daily_papers/", StringComparison.Ordinal) => Read<IReadOnlyList<DailyPaper>>(text)
                is { Count: > 0 } papers
                && papers.All(listed => HuggingFacePapers.FactsOf(listed.Paper, listed.NumComments).Title.Length > 0),
            _ when file.StartsWith("discussions/", StringComparison.Ordinal) => JsonElement.Parse(text).TryGetProperty("discussions", out _)
                ? Read<ModelDiscussionPage>(text) is { Discussions.Count: > 0 } page
                    && page.Discussions.All(discussion => HuggingFaceDiscussions.FactsOf(discussion).Title.Length > 0)
                : Read<ModelDiscussion>(text).Events.Count > 0,
            _ => Read<IReadOnlyList<HubModel>>(text) is { Count: > 0 } models
                && models.All(model => model.Id.Contains('/', StringComparison.Ordinal)),
        };

    private static T Read<T>(string text) => JsonSerializer.Deserialize<T>(text, UpstreamJson.CamelCase)!;
}
