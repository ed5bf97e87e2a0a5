using System.ComponentModel.DataAnnotations;

namespace NewsEducator.Collector.Selection;

/// <summary>Section <c>Selection</c>: thresholds below which an item is no signal, and how signals are weighed.</summary>
internal sealed class SelectionOptions
{
    public const string Section = "Selection";

    /// <summary>An issue with one of these labels is collected without comments or reactions. Empty: the product's own list.</summary>
    public IList<string> IssueLabels { get; } = [];

    public int IssueComments { get; set; } = 10;

    public int IssueReactions { get; set; } = 20;

    public int DiscussionComments { get; set; } = 15;

    public int DiscussionReactions { get; set; } = 30;

    /// <summary>Shorter videos are Shorts.</summary>
    public TimeSpan ShortestVideo { get; set; } = TimeSpan.FromMinutes(5);

    public TimeSpan LongestVideo { get; set; } = TimeSpan.FromMinutes(60);

    public int PaperComments { get; set; } = 3;

    public int PaperUpvotes { get; set; } = 10;

    public int ModelDiscussionComments { get; set; } = 2;

    public int ModelDiscussionReactions { get; set; } = 3;

    /// <summary>Characters of text, besides the title, below which there is nothing to check.</summary>
    public int ShortestText { get; set; } = 80;

    /// <summary>An item below this score, 0 to 10, goes no further; 0 leaves it to the Summarizer, which reads the text.</summary>
    [Range(0, 10)]
    public double LowestScore { get; set; }

    [Range(0, 1)]
    public double RelevanceWeight { get; set; } = 0.5;

    [Range(0, 1)]
    public double SourcesWeight { get; set; } = 0.3;

    [Range(0, 1)]
    public double RecencyWeight { get; set; } = 0.2;

    /// <summary>Two texts are duplicates from this share of common word groups on.</summary>
    [Range(0.1, 1)]
    public double DuplicateSimilarity { get; set; } = 0.8;
}
