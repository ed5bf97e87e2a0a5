using System.Text.Json;

namespace NewsEducator.Conformance;

internal static class JsonLines
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
    };

    /// <summary>One record a line; an empty line is skipped.</summary>
    public static IEnumerable<T> Read<T>(DirectoryInfo folder, string file) =>
        File.ReadLines(Path.Combine(folder.FullName, file))
            .Where(line => line.Length > 0)
            .Select(line => JsonSerializer.Deserialize<T>(line, Options)!);
}
