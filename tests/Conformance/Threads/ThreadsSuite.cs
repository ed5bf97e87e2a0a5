using System.Text.Json.Nodes;

namespace NewsEducator.Conformance.Threads;

/// <summary>What the Collector lets through, and what type the Summarizer gives it.</summary>
internal sealed class ThreadsSuite : ISuite
{
    public string Name => "threads";

    public JsonObject Run(DirectoryInfo folder, TextWriter log)
    {
        var threads = JsonLines.Read<LabelledThread>(folder, "labelled.jsonl").ToList();
        return new JsonObject([.. WorthReview.Measure(threads, log), .. Types.Measure(threads, log), new("n", threads.Count)]);
    }
}
