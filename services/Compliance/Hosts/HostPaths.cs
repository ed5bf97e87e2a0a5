using Microsoft.AspNetCore.Http.HttpResults;
using NewsEducator.Contracts;

namespace NewsEducator.Compliance.Hosts;

/// <summary>Folders of a host as a request names them.</summary>
internal static class HostPaths
{
    private const int Most = 20;
    private const int Longest = 200;

    /// <returns>Without blanks and repetitions; null where one of them is no folder.</returns>
    public static string[]? Read(IReadOnlyList<string?>? paths)
    {
        string[] read =
        [
            .. (paths ?? []).Select(path => PlainText.Line(path)).Where(path => path.Length > 0).Distinct(StringComparer.Ordinal),
        ];
        return read.Length <= Most && read.All(path => path.StartsWith('/') && path.Length <= Longest) ? read : null;
    }

    /// <summary>What is granted has to allow the page that it was asked for.</summary>
    public static ProblemHttpResult? Refuse(string host, string[]? paths, Uri page) =>
        paths is null ? Problems.Of(StatusCodes.Status422UnprocessableEntity, "host.path")
        : !new WhitelistedHost { Host = host, Paths = paths }.Allows(page)
            ? Problems.Of(StatusCodes.Status422UnprocessableEntity, "host.path-misses", page.AbsolutePath)
        : null;
}
