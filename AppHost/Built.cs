using Aspire.Hosting;

namespace NewsEducator.AppHost;

/// <summary>A project that was built as a reference of the AppHost, so that <c>dotnet run</c> starts it without a build of its own.</summary>
internal sealed class Built<TProject> : IProjectMetadata
    where TProject : IProjectMetadata, new()
{
    public string ProjectPath { get; } = new TProject().ProjectPath;

    public bool SuppressBuild => true;
}
