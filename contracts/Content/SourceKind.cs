namespace NewsEducator.Contracts;

/// <summary>What kind of page an item is. More kinds are added without a new version: read an unknown one as any page.</summary>
[OpenEnumeration]
public enum SourceKind
{
    GitHubIssue,
    GitHubDiscussion,
    GitHubAdvisory,
    YouTubeVideo,
    HuggingFacePaper,
    HuggingFaceDiscussion,

    /// <summary>A page of any other whitelisted host: a post-mortem, a tutorial, an essay.</summary>
    Article,
}
