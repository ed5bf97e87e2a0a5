namespace NewsEducator.Contracts;

/// <summary>How what a source serves is written.</summary>
public static class SectionMarkup
{
    /// <summary>People write bodies and comments of these sources in Markdown; everything else is kept as plain text.</summary>
    public static bool IsMarkdown(this SectionKind section, SourceKind source) =>
        section is SectionKind.Body or SectionKind.Comment
        && source is SourceKind.GitHubIssue or SourceKind.GitHubDiscussion or SourceKind.GitHubAdvisory or SourceKind.HuggingFaceDiscussion;
}
