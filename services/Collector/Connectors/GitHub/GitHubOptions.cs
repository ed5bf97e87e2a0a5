using NewsEducator.ServiceDefaults.Settings;

namespace NewsEducator.Collector.Connectors.GitHub;

/// <summary>Section <c>GitHub</c>. Both are secrets and come from the host.</summary>
internal sealed class GitHubOptions
{
    public const string Section = "GitHub";

    /// <summary>Lifts the limit for unauthenticated callers; discussions need one.</summary>
    [Secret]
    public string? Token { get; set; }

    /// <summary>Shared with GitHub's webhooks; without one none is taken.</summary>
    [Secret]
    public string? WebhookSecret { get; set; }
}
