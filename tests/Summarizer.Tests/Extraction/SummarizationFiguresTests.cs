using System.Text.Json.Nodes;
using NewsEducator.Conformance;
using NewsEducator.Conformance.Summarization;
using NewsEducator.Testing;

namespace NewsEducator.Summarizer.Tests.Extraction;

/// <summary>What the suite of summaries finds must not get worse.</summary>
public sealed class SummarizationFiguresTests
{
    private static readonly DirectoryInfo Folder = new(Path.Combine(Repository.Root, "..", "shared", "corpus", "summarization"));

    [Fact]
    public void Of_papers_the_ranking_is_above_lead_LexRank_and_TextRank_in_all_three_scores()
    {
        Assert.SkipUnless(Folder.Exists, "The corpus of summarization is not beside the repository.");

        var figures = new SummarizationSuite().Run(Folder, TextWriter.Null);

        ShouldBeAbove(figures["scitldr"]!, 39, 15, 30);
        ShouldBeAbove(figures["cnndm"]!, 36, 14.6, 23);
    }

    [Fact]
    public void Its_ROUGE_is_the_one_that_others_report()
    {
        Assert.SkipUnless(Folder.Exists, "The corpus of summarization is not beside the repository.");

        SummarizationSuite.DifferenceFromShipped(JsonLines.Read<SummaryRow>(Folder, "pairs.jsonl")).ShouldBeLessThan(0.0002);
    }

    private static void ShouldBeAbove(JsonNode figures, double one, double two, double longest)
    {
        figures["rouge1"]!.GetValue<double>().ShouldBeGreaterThan(one);
        figures["rouge2"]!.GetValue<double>().ShouldBeGreaterThan(two);
        figures["rougeL"]!.GetValue<double>().ShouldBeGreaterThan(longest);
    }
}
