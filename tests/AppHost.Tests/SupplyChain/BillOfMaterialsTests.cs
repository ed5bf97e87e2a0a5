using System.Text.Json.Nodes;
using NewsEducator.AppHost.Tests.Deployment;
using NewsEducator.Notice;
using NewsEducator.Testing;

namespace NewsEducator.AppHost.Tests.SupplyChain;

/// <summary><c>tools/sbom</c> names each service with its packages.</summary>
public sealed class BillOfMaterialsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void It_holds_each_service_with_the_packages_of_its_lock_file()
    {
        var file = _folder.In("sbom.json");
        var (exitCode, said) = Script.Run("tools/sbom", new Dictionary<string, string>(), file);
        exitCode.ShouldBe(0, said);
        var bill = JsonNode.Parse(File.ReadAllText(file))!;
        ((string)bill["bomFormat"]!).ShouldBe("CycloneDX");
        ((string)bill["metadata"]!["component"]!["name"]!).ShouldBe("news-educator");
        var components = bill["components"]!.AsArray().Select(each => (string)each!["bom-ref"]!).ToHashSet();

        var services = Directory.GetDirectories(Repository.In("services"));
        services.Length.ShouldBe(5);
        foreach (var service in services)
        {
            var dependencies = DependenciesOf(bill, Path.GetFileName(service));
            var packages = LockedPackage
                .NamesIn(Path.Combine(service, "packages.lock.json"))
                .Select(package => $"pkg:nuget/{package.Id}@{package.Version}")
                .ToList();
            packages.ShouldNotBeEmpty();
            packages.Except(dependencies).ShouldBeEmpty(service);
            packages.Except(components).ShouldBeEmpty(service);
        }
    }

    private static List<string> DependenciesOf(JsonNode bill, string service) =>
        [
            .. bill["dependencies"]!.AsArray().Single(each => ((string)each!["ref"]!).StartsWith($"{service}@", StringComparison.Ordinal))![
                "dependsOn"
            ]!
                .AsArray()
                .Select(each => (string)each!),
        ];
}
