using System.Text.Json;
using System.Text.RegularExpressions;

namespace NewsEducator.Compliance.Hosts;

/// <summary>A policy as people edit it: YAML with their comments.</summary>
internal static partial class WhitelistText
{
    /// <summary>The text with one host more at the end of the whitelist; everything else, comments too, stays as it is.</summary>
    /// <returns>Null where the whitelist is no list of lines that begin with <c>- </c>.</returns>
    public static string? With(string yaml, string host, IReadOnlyList<string> paths)
    {
        List<string> lines = [.. yaml.Split('\n')];
        var first = lines.FindIndex(line => Heading().IsMatch(line)) + 1;
        var entry = first == 0 ? -1 : lines.FindIndex(first, IsContent);
        if (entry < 0 || Entry().Match(lines[entry]) is not { Success: true } match)
        {
            return null;
        }

        var indent = match.Groups["indent"].Value;
        var end = lines.FindIndex(entry, line => IsContent(line) && !IsOfEntry(line, indent));
        var last = lines.FindLastIndex((end < 0 ? lines.Count : end) - 1, IsContent);
        var lineEnd = lines[last].EndsWith('\r') ? "\r" : "";
        // The last line of the text may have no end of its own.
        lines.InsertRange(last + 1, Written(indent, host, paths).Select(line => line + lineEnd));
        return string.Join('\n', lines);
    }

    private static IEnumerable<string> Written(string indent, string host, IReadOnlyList<string> paths)
    {
        yield return $"{indent}- host: {host}";
        if (paths.Count > 0)
        {
            // A list in JSON is one in YAML.
            yield return $"{indent}  paths: {JsonSerializer.Serialize(paths)}";
        }
    }

    private static bool IsContent(string line) => line.AsSpan().Trim() is [not '#', ..];

    private static bool IsOfEntry(string line, string indent) =>
        line.StartsWith($"{indent}- ", StringComparison.Ordinal) || line.StartsWith($"{indent} ", StringComparison.Ordinal);

    [GeneratedRegex(@"^whitelist:[ \t]*(#.*)?\r?\z")]
    private static partial Regex Heading();

    [GeneratedRegex(@"^(?<indent> *)- ")]
    private static partial Regex Entry();
}
