namespace Aspire.Hosting.ApplicationModel;

/// <summary>One of our own programs.</summary>
internal sealed class ProjectResource(string name, IProjectMetadata project)
    : Resource(name), IResourceWithEnvironment, IResourceWithArgs, IResourceWithServiceDiscovery, IResourceWithWaitSupport
{
    public IProjectMetadata Project { get; } = project;

    public List<string> Args { get; } = [];

    public Dictionary<string, Func<string>> Environment { get; } = [];

    public List<Endpoint> Endpoints { get; } = [];

    public string? HealthPath { get; set; }

    /// <summary>A program without an address does its work and ends.</summary>
    public bool IsOneShot => Endpoints.Count == 0;
}
