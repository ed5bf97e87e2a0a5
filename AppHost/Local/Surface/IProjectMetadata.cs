namespace Aspire.Hosting;

internal interface IProjectMetadata
{
    string ProjectPath { get; }

    string AssemblyPath { get; }
}
