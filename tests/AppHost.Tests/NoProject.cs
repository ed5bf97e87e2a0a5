using Aspire.Hosting;

namespace NewsEducator.AppHost.Tests;

/// <summary>A project that is described and never run.</summary>
internal sealed class NoProject : IProjectMetadata
{
    public string ProjectPath => "/nowhere/NoProject.csproj";

    public string AssemblyPath => "/nowhere/NoProject.dll";
}
