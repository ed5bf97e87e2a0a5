namespace NewsEducator.Contracts;

/// <summary>How a section of a snapshot is written.</summary>
public enum Markup
{
    /// <summary>The words and line breaks, nothing else.</summary>
    None,

    /// <summary>Headings, lists and code are written as Markdown has them; all other signs are the page's own.</summary>
    Outline,

    /// <summary>Its author wrote Markdown.</summary>
    Markdown,
}

/// <summary>The one place that knows how what a source serves is written.</summary>
public static class SectionMarkup
{
    public static Markup MarkupOf(this SectionKind section, SourceKind source) =>
        section is not (SectionKind.Body or SectionKind.Comment)
            ? Markup.None
            : source switch
            {
                SourceKind.GitHubIssue or SourceKind.GitHubDiscussion or SourceKind.GitHubAdvisory or SourceKind.HuggingFaceDiscussion =>
                    Markup.Markdown,
                SourceKind.Article => Markup.Outline,
                _ => Markup.None,
            };
}
