using System.Globalization;

namespace NewsEducator.Benchmarks.Items;

/// <summary><c>[ITEMS] [profile] [embeddings] [from COMMIT] [NAME=VALUE …]</c></summary>
/// <param name="Items">That are measured.</param>
/// <param name="IsProfiled">Also by part of the work; needs <c>perf</c>.</param>
/// <param name="HasModel">The model of embeddings works as usual.</param>
/// <param name="From">An earlier version to measure; null for this one.</param>
/// <param name="Environment">Of every service, for example <c>DOTNET_TieredPGO=1</c>.</param>
internal sealed record ItemArguments(
    int Items,
    bool IsProfiled,
    bool HasModel,
    string? From,
    IReadOnlyList<(string Name, string Value)> Environment
)
{
    private const int Usual = 1000;

    public static ItemArguments Of(string[] arguments) =>
        new(
            arguments
                .Select(each => int.TryParse(each, CultureInfo.InvariantCulture, out var items) ? items : 0)
                .FirstOrDefault(items => items > 0, Usual),
            arguments.Contains("profile"),
            arguments.Contains("embeddings"),
            Array.IndexOf(arguments, "from") is >= 0 and var at ? arguments[at + 1] : null,
            [.. arguments.Select(each => each.Split('=', 2)).Where(pair => pair.Length == 2).Select(pair => (pair[0], pair[1]))]
        );
}
