using System.Runtime.InteropServices;
using Aspire.Hosting.ApplicationModel;

namespace NewsEducator.AppHost.Local;

/// <summary>One of our own programs, run from its built assembly by the runtime that runs this one.</summary>
internal sealed class ProjectRunner(ProjectResource resource, IReadOnlyDictionary<string, string> environment, ProcessHost host, HealthProbe health, Action<string> log)
    : Runner(resource, resource.IsOneShot ? "one-shot" : "service")
{
    private static readonly string Dotnet = Path.GetFullPath("../../../dotnet", RuntimeEnvironment.GetRuntimeDirectory());

    private ChildProcess? _process;

    public override string? Url => resource.Endpoints.FirstOrDefault()?.Url;

    public override bool IsOneShot => resource.IsOneShot;

    public override ChildProcess? Process => _process;

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        _process = host.Start(new Launch(Name, Dotnet, [resource.Project.AssemblyPath, .. resource.Args])
        {
            Environment = environment,
            WorkingDirectory = Path.GetDirectoryName(resource.Project.ProjectPath),
            Log = log,
        });
        if (resource.HealthPath is { } path)
        {
            await health.WaitAsync(new Uri(Url + path), until: _process.Exited, cancellationToken);
        }
    }
}
