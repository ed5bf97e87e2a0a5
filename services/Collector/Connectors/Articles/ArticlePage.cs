namespace NewsEducator.Collector.Connectors.Articles;

/// <summary>What an article's page says, without what stands around it.</summary>
internal sealed record ArticlePage
{
    public required string Title { get; init; }

    public string? Byline { get; init; }

    public string? SiteName { get; init; }

    public string? Language { get; init; }

    public DateTimeOffset? Published { get; init; }

    /// <summary>Paragraphs with blank lines between; headings, lists and code as in Markdown.</summary>
    public required string Text { get; init; }
}
