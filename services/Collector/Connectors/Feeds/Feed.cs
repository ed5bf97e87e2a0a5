using NewsEducator.Collector.Connectors.Html;

namespace NewsEducator.Collector.Connectors.Feeds;

/// <summary>A feed in whatever format, as its publisher wrote it: relative addresses resolved, markup not yet cleaned.</summary>
internal sealed record Feed
{
    public FeedText? Title { get; init; }

    public string? Link { get; init; }

    public string? Id { get; init; }

    public FeedText? Subtitle { get; init; }

    public FeedText? Rights { get; init; }

    public FeedText? Info { get; init; }

    public string? Author { get; init; }

    public string? Language { get; init; }

    public DateTimeOffset? Published { get; init; }

    public DateTimeOffset? Updated { get; init; }

    public IReadOnlyList<FeedEntry> Entries { get; init; } = [];
}

internal sealed record FeedEntry
{
    public FeedText? Title { get; init; }

    public string? Link { get; init; }

    public string? Id { get; init; }

    /// <summary>What the publisher gives as the summary, else the content.</summary>
    public FeedText? Summary { get; init; }

    public FeedText? Content { get; init; }

    public string? Author { get; init; }

    /// <summary>The page with what others say to it.</summary>
    public string? Comments { get; init; }

    public DateTimeOffset? Published { get; init; }

    public DateTimeOffset? Updated { get; init; }
}

/// <param name="Value">Plain text or HTML.</param>
/// <param name="IsHtml">Which of the two.</param>
/// <param name="Base">Where its relative addresses start.</param>
internal sealed record FeedText(string Value, bool IsHtml, Uri? Base)
{
    /// <summary>What a reader sees of it.</summary>
    public string Text() => IsHtml ? HtmlText.Of(Value) : Value.Trim();
}
