using System.Reflection;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;

namespace NewsEducator.AppHost.Running;

/// <summary>The program that a project was built to, standing in for the project while everything runs here.</summary>
/// <remarks>
/// Aspire starts a project through <c>dotnet run</c>, which reads all its build files first: 3 s of processor time and 70 MB for each of
/// six. Whatever is said of the project holds for its program, because the two share their annotations. A published model has the project.
/// </remarks>
internal sealed class ProgramResource(ProjectResource project, string command, string folder)
    : ExecutableResource(project.Name, command, folder)
{
    public override ResourceAnnotationCollection Annotations => project.Annotations;
}

/// <summary>Adds <see cref="ProgramResource"/> to the model.</summary>
internal static class Programs
{
    /// <summary>Set where an editor starts the projects itself, to debug them.</summary>
    private const string EditorSession = "DEBUG_SESSION_PORT";

    /// <summary>How Aspire 13.6 knows that a resource is started by <c>dotnet run</c>: an internal type; an executable brings its
    /// own.</summary>
    private const string LaunchRecipe = "ExecutableLaunchRecipeAnnotation";

    private static readonly string Configuration = typeof(Programs)
        .Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!
        .Configuration;

    /// <returns>The program that a project was built to, and the folder to start it in.</returns>
    public static (string Program, string Folder) Of(IProjectMetadata project)
    {
        var folder = Path.GetDirectoryName(project.ProjectPath)!;
        var name = $"NewsEducator.{Path.GetFileNameWithoutExtension(project.ProjectPath)}";
        var program = Path.Combine(folder, "bin", Configuration, "net10.0", OperatingSystem.IsWindows() ? $"{name}.exe" : name);
        return (program, folder);
    }

    /// <summary>Starts the program, which was built as a reference of the AppHost, instead of <c>dotnet run</c>.</summary>
    public static IResourceBuilder<ProjectResource> RunAsProgram(this IResourceBuilder<ProjectResource> service)
    {
        var builder = service.ApplicationBuilder;
        if (builder.ExecutionContext.IsPublishMode || !string.IsNullOrEmpty(builder.Configuration[EditorSession]))
        {
            return service;
        }

        var (program, folder) = Of(service.Resource.GetProjectMetadata());
        foreach (var recipe in service.Resource.Annotations.Where(annotation => annotation.GetType().Name == LaunchRecipe).ToList())
        {
            service.Resource.Annotations.Remove(recipe);
        }

        builder.Resources.Remove(service.Resource);
        builder.AddResource(new ProgramResource(service.Resource, program, folder));
        // A tenth of a start's processor time (docs/decisions/2026-11-29-start-time.md).
        service.WithEnvironment("DOTNET_EnableWriteXorExecute", "0");
        foreach (var side in new[] { "ASPNETCORE", "HTTPCLIENT" })
        {
            // Aspire would have addresses whole in spans: what stands behind a question mark may be a token.
            service.WithEnvironment($"OTEL_DOTNET_EXPERIMENTAL_{side}_DISABLE_URL_QUERY_REDACTION", "false");
        }

        return service;
    }
}
