using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json.Nodes;
using NewsEducator.Testing;

namespace NewsEducator.AppHost.Tests.Deployment;

/// <summary>What kubectl makes of an overlay, without a cluster.</summary>
internal static class Kustomized
{
    public static string Text(string overlay) => Run("kubectl", "kustomize", Repository.In($"deploy/kubernetes/overlays/{overlay}"));

    public static IReadOnlyList<JsonObject> Objects(string overlay) => Yaml.Read(Text(overlay));

    public static IEnumerable<JsonObject> Of(this IEnumerable<JsonObject> objects, string kind) =>
        objects.Where(each => each["kind"].Text() == kind);

    public static JsonObject Named(this IEnumerable<JsonObject> objects, string kind, string name) =>
        objects.Of(kind).Where(each => NameOf(each) == name).ShouldHaveSingleItem($"{kind} {name}");

    public static string NameOf(JsonObject each) => each["metadata"]!["name"].Text();

    /// <returns>What the program printed; the test is skipped where kubectl is not installed.</returns>
    public static string Run(string program, params string[] arguments)
    {
        try
        {
            var run = ProgramRun.Of(new ProcessStartInfo(program, arguments));
            run.ExitCode.ShouldBe(0, run.Errors);
            return run.Output;
        }
        catch (Win32Exception)
        {
            Assert.Skip($"{program} is not installed: a kubectl of 1.21 or later is needed.");
            throw;
        }
    }
}
