using NewsEducator.Contracts;
using NewsEducator.Summarizer.Concepts;
using NewsEducator.Summarizer.Embeddings;
using NewsEducator.Summarizer.Extraction;
using NewsEducator.Summarizer.Judging;

namespace NewsEducator.Summarizer.Tests;

/// <summary>The shipped model, opened once for all tests.</summary>
internal static class SomeJudge
{
    public static SentenceEncoder Encoder { get; } = new();

    public static ItemJudge Shipped { get; } = new(ConceptMap.Load(), JudgeModel.Load(), Encoder);

    public static SummaryContent Summarize(Snapshot snapshot) => ExtractiveEngine.Write(snapshot, Shipped.Judge(snapshot));
}
