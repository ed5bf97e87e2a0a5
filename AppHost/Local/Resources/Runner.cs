using Aspire.Hosting.ApplicationModel;

namespace NewsEducator.AppHost.Local;

/// <summary>Knows how one kind of resource is started.</summary>
internal abstract class Runner(Resource resource, string kind)
{
    public Resource Resource { get; } = resource;

    public string Name => Resource.Name;

    public string Kind { get; } = kind;

    /// <summary>The address of the running resource, with its password where it has one.</summary>
    public virtual string? Url => null;

    /// <summary>Does its work and ends.</summary>
    public virtual bool IsOneShot => false;

    /// <summary>The latest process; null where the resource has none.</summary>
    public virtual ChildProcess? Process => null;

    /// <summary>Returns when the resource is ready, when its process has ended, and for a one-shot at once.</summary>
    public abstract Task StartAsync(CancellationToken cancellationToken);

    public virtual Task StopAsync(TimeSpan grace) => Process?.StopAsync(grace) ?? Task.CompletedTask;
}
