using System.Diagnostics;
using k8s;
using k8s.Models;
using NewsEducator.Testing;

namespace NewsEducator.AppHost.Tests.Deployment;

/// <summary>Files of deploy/ against the schemas of compose, Kubernetes and KEDA.</summary>
public sealed class SchemaTests
{
    private static readonly string Packages = Repository.In("artifacts/deployment-npm");

    public static TheoryData<string> Overlays => ["small", "production", "small/migrations", "production/migrations"];

    [Fact]
    public void Compose()
    {
        // It takes ${LISTEN_ON:-127.0.0.1}:5080:8080 for a port without an address.
        Node("node_modules/dclint/bin/dclint.cjs", ComposeFile.Path, "--quiet", "--disable-rule", "no-unbound-port-interfaces")
            .ShouldBe("");
    }

    [Theory]
    [MemberData(nameof(Overlays))]
    public void Kubernetes(string overlay)
    {
        NeedPackages();
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.In("all.yaml"), Kustomized.Text(overlay));
        File.Copy(Repository.In("tests/AppHost.Tests/Node/kubernetes.mjs"), Path.Combine(Packages, "kubernetes.mjs"), overwrite: true);

        Node("kubernetes.mjs", folder.In("all.yaml")).ShouldBe("");
    }

    /// <summary>The schemas allow members that nobody knows; the client's types do not.</summary>
    [Theory]
    [MemberData(nameof(Overlays))]
    public void A_misspelt_member_is_found(string overlay)
    {
        var ours = Kustomized
            .Text(overlay)
            .Split("\n---\n")
            .Where(text => !Operators.Any(group => text.Contains($"apiVersion: {group}", StringComparison.Ordinal)))
            .ToList();

        ours.Count.ShouldBeGreaterThan(4);
        foreach (var text in ours)
        {
            KubernetesYaml.LoadAllFromString(text, strict: true).ShouldHaveSingleItem();
        }

        Should.Throw<Exception>(() =>
            KubernetesYaml.LoadAllFromString(ours[^1].Replace("spec:", "spek:", StringComparison.Ordinal), strict: true)
        );
    }

    private static readonly string[] Operators = ["postgresql.cnpg.io", "rabbitmq.com", "keda.sh"];

    private static void NeedPackages() =>
        Assert.SkipUnless(
            Directory.Exists(Path.Combine(Packages, "node_modules")),
            "Packages from npm are not installed in artifacts/deployment-npm; ./test does so."
        );

    private static string Node(params string[] arguments)
    {
        NeedPackages();
        return ProgramRun.Of(new ProcessStartInfo("node", arguments) { WorkingDirectory = Packages }).Said;
    }
}
