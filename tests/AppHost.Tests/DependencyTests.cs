using System.Xml.Linq;
using NewsEducator.Testing;

namespace NewsEducator.AppHost.Tests;

/// <summary>Dependencies point one way: services know the contracts and nothing of each other.</summary>
public sealed class DependencyTests
{
    private static readonly string[] Frameworks = ["contracts/Contracts.csproj", "ServiceDefaults/ServiceDefaults.csproj"];

    [Fact]
    public void The_contracts_know_nothing_but_Refit()
    {
        References("contracts/Contracts.csproj", "ProjectReference").ShouldBeEmpty();
        References("contracts/Contracts.csproj", "PackageReference").ShouldBe(["Refit"]);
    }

    [Fact]
    public void Service_defaults_know_the_contracts() =>
        References("ServiceDefaults/ServiceDefaults.csproj", "ProjectReference").ShouldBe(["contracts/Contracts.csproj"]);

    [Fact]
    public void A_service_knows_the_contracts_and_the_service_defaults_only()
    {
        var services = Projects("services");

        services.ShouldNotBeEmpty();
        services.ShouldAllBe(service => !References(service, "ProjectReference").Except(Frameworks).Any());
    }

    [Fact]
    public void The_AppHost_composes_every_service_and_the_sample_upstream() =>
        References("AppHost/AppHost.csproj", "ProjectReference")
            .ShouldBe([.. Projects("services"), .. Projects("samples")], ignoreOrder: true);

    private static List<string> Projects(string folder) =>
        [
            .. Directory
                .GetDirectories(Repository.In(folder))
                .SelectMany(project => Directory.GetFiles(project, "*.csproj"))
                .Select(file => Path.GetRelativePath(Repository.Root, file)),
        ];

    private static List<string> References(string project, string kind)
    {
        var file = Repository.In(project);
        return
        [
            .. XDocument
                .Load(file)
                .Descendants(kind)
                .Select(reference => (string)reference.Attribute("Include")!)
                .Select(name =>
                    kind == "PackageReference"
                        ? name
                        : Path.GetRelativePath(Repository.Root, Path.GetFullPath(name, Path.GetDirectoryName(file)!))
                ),
        ];
    }
}
