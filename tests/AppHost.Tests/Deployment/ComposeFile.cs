using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using NewsEducator.Testing;

namespace NewsEducator.AppHost.Tests.Deployment;

/// <summary>deploy/compose/compose.yaml.</summary>
internal static partial class ComposeFile
{
    public static readonly string Path = Repository.In("deploy/compose/compose.yaml");

    public static JsonObject Services { get; } = Yaml.Read(File.ReadAllText(Path)).Single()["services"]!.AsObject();

    /// <returns>A service's environment, with the defaults of what the caller's environment could set.</returns>
    public static IReadOnlyDictionary<string, string> EnvironmentOf(string service) =>
        Services[service]!["environment"]!
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
