namespace Aspire.Hosting.ApplicationModel;

internal abstract class Resource(string name) : IResource
{
    public string Name { get; } = name;

    /// <summary>What must be ready, or have ended, before this one starts.</summary>
    public List<Wait> Waits { get; } = [];

    /// <summary>Addresses that the line "Ready" names.</summary>
    public List<ResourceUrlAnnotation> Urls { get; } = [];

    /// <summary>Addresses that get a line of their own.</summary>
    public List<Link> Links { get; } = [];
}

internal sealed record Link(string Text, ReferenceExpression Url);

internal sealed record Wait(IResource For, WaitUntil Until);

internal enum WaitUntil
{
    Ready,
    Completed,
}
