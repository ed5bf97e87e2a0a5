using System.Text.Json.Nodes;
using NewsEducator.Summarizer.Concepts;
using NewsEducator.Summarizer.Embeddings;
using NewsEducator.Summarizer.Judging;

namespace NewsEducator.Conformance.Threads;

/// <summary>What is offered, and what type it has.</summary>
internal sealed class ThreadsSuite : ISuite
{
    public string Name => "threads";

    public JsonObject Run(DirectoryInfo folder, TextWriter log)
    {
        using var encoder = new SentenceEncoder();
        var judge = new ItemJudge(ConceptMap.Load(), JudgeModel.Load(), encoder);
        var threads = JsonLines
            .Read<LabelledThread>(folder, "labelled.jsonl")
            .Select(thread => (thread, judge.Judge(ThreadSnapshot.Of(thread))))
            .ToList();
        return new JsonObject([.. WorthReview.Measure(threads, log), .. Types.Measure(threads, log), new("n", threads.Count)]);
    }
}
