using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using NewsEducator.Testing;

namespace NewsEducator.AppHost.Tests.Deployment;

/// <summary>deploy/compose/compose.yaml.</summary>
internal static partial class ComposeFile
{
    private const string InCheckout = "deploy/compose/compose.yaml";

    public static readonly string Path = Repository.In(InCheckout);

    public static JsonObject Services { get; } = ServicesOf(Repository.Root);

    /// <summary>Those of another checkout.</summary>
    public static JsonObject ServicesOf(string checkout) =>
        Yaml.Read(File.ReadAllText(System.IO.Path.Combine(checkout, InCheckout))).Single()["services"]!.AsObject();

    /// <returns>A service's environment, with the defaults of what the caller's environment could set.</returns>
    public static IReadOnlyDictionary<string, string> EnvironmentOf(string service) => EnvironmentOf(service, Services);

    /// <inheritdoc cref="EnvironmentOf(string)"/>
    public static IReadOnlyDictionary<string, string> EnvironmentOf(string service, JsonObject services) =>
        services[service]!["environment"]!
            .AsObject()
            .ToDictionary(
                variable => variable.Key,
                variable => Substitution().Replace(variable.Value.Text(), match => match.Groups["default"].Value)
            );

    /// <returns>Each mount as source and target.</returns>
    public static IEnumerable<(string Source, string Target)> MountsOf(string service) =>
        Services[service]!["volumes"]!.AsArray().Select(mount => mount.Text().Split(':')).Select(parts => (parts[0], parts[1]));

    // ${REVIEW_URL:-http://localhost:5080}
    [GeneratedRegex(@"\$\{\w+:-(?<default>[^}]*)\}")]
    private static partial Regex Substitution();
}
