using System.Text.RegularExpressions;
using NewsEducator.Testing;

namespace NewsEducator.AppHost.Tests;

/// <summary>The manifest that <c>--publisher manifest</c> writes gives each service what its Program.cs asks for, and nothing of this
/// machine.</summary>
public sealed partial class ManifestTests(Manifest manifest) : IClassFixture<Manifest>
{
    [Theory]
    [InlineData("Collector")]
    [InlineData("Summarizer")]
    [InlineData("Compliance")]
    [InlineData("Review")]
    [InlineData("Publisher")]
    public void A_service_gets_the_connections_and_neighbours_that_it_asks_for(string service)
    {
        var program = File.ReadAllText(Repository.In($"services/{service}/Program.cs"));
        var wanted = Databases()
            .Matches(program)
            .Select(match => $"ConnectionStrings__{match.Groups[1].Value}")
            .Concat(program.Contains("AddBus<", StringComparison.Ordinal) ? ["ConnectionStrings__messaging"] : [])
            .Concat(Regex.IsMatch(program, "Add(Snapshots|Sources)Api") ? ["services__collector__http__0"] : [])
            .Concat(program.Contains("AddComplianceApi", StringComparison.Ordinal) ? ["services__compliance__http__0"] : [])
            .Concat(program.Contains("AddConceptsApi", StringComparison.Ordinal) ? ["services__summarizer__http__0"] : [])
            .Concat(program.Contains("AddSigning", StringComparison.Ordinal) ? ["Signing__PrivateKey"] : [])
            .Concat(program.Contains("AddSignatureCheck", StringComparison.Ordinal) ? ["Signing__PublicKeys__local"] : [])
            .Append("Auth__ServiceToken")
            .ToList();

        wanted.Count.ShouldBeGreaterThan(2);
        var given = manifest.Resources[service.ToLowerInvariant()]!["env"]!.AsObject().Select(variable => variable.Key);
        wanted.Except(given).ShouldBeEmpty();
    }

    [Fact]
    public void Servers_are_containers_and_services_are_projects()
    {
        manifest.Resources["postgres"]!["type"]!.GetValue<string>().ShouldStartWith("container");
        manifest.Resources["messaging"]!["type"]!.GetValue<string>().ShouldStartWith("container");
        manifest.Resources["review"]!["type"]!.GetValue<string>().ShouldStartWith("project");
        manifest.Resources.Select(resource => resource.Key).ShouldNotContain(name => name.EndsWith("-process", StringComparison.Ordinal));
    }

    [Fact]
    public void In_a_cluster_a_service_does_not_migrate_as_it_starts() =>
        manifest.Resources["review"]!["env"]!["Database__MigrateAtStart"]!.GetValue<string>().ShouldBe("false");

    // builder.AddDatabase<ReviewDb>("reviewdb")
    [GeneratedRegex("""AddDatabase<\w+>\("(\w+)"\)""")]
    private static partial Regex Databases();
}
