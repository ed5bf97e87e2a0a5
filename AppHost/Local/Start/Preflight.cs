using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Configuration;

namespace NewsEducator.AppHost.Local;

/// <summary>Finds what would make the start fail, before anything is started.</summary>
internal static class Preflight
{
    public static void Check(IReadOnlyList<Resource> resources, IConfiguration configuration, DataFolder data)
    {
        FreeSpace.Demand(data.Path);
        foreach (var resource in resources)
        {
            Check(resource, configuration);
        }
    }

    private static void Check(Resource resource, IConfiguration configuration)
    {
        switch (resource)
        {
            case PostgresServerResource:
                PostgresPrograms.Find(configuration["postgres-bin"]);
                PostgresAccount.DemandExists();
                break;
            case RabbitMQServerResource:
                RabbitMqPrograms.Find(configuration["rabbitmq-bin"]);
                break;
            case ProjectResource project:
                Check(project);
                break;
        }
    }

    private static void Check(ProjectResource project)
    {
        if (!File.Exists(project.Project.AssemblyPath))
        {
            throw new StartProblem($"{project.Name} is not built (no {project.Project.AssemblyPath}): run dotnet build first.");
        }

        foreach (var port in project.Endpoints.Select(endpoint => endpoint.FixedPort).OfType<int>())
        {
            Ports.DemandFree(port, project.Name);
        }
    }
}
