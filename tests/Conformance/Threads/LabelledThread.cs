namespace NewsEducator.Conformance.Threads;

/// <summary>A row of <c>labelled.jsonl</c>.</summary>
/// <param name="Label">incident, debate, tutorial, security, release_noise, marketing or other.</param>
/// <param name="Kind">github_issue, github_pull_request or web_article.</param>
/// <param name="AlsoAcceptable">A second label that is fair.</param>
/// <param name="Borderline">A second label would change <paramref name="WorthReview"/>.</param>
internal sealed record LabelledThread(
    string Id,
    string Label,
    bool WorthReview,
    string Kind,
    string? Repo,
    string Title,
    string? Body,
    string? AlsoAcceptable,
    bool Borderline
)
{
    public const string ReleaseNoise = "release_noise";

    public bool IsFair(string label) => label == Label || label == AlsoAcceptable;
}
