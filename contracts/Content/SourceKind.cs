namespace NewsEducator.Contracts;

/// <summary>What kind of page an item is.</summary>
public enum SourceKind
{
    GitHubIssue,
    GitHubDiscussion,
    GitHubAdvisory,
    YouTubeVideo,
    HuggingFacePaper,
    HuggingFaceDiscussion,
}
