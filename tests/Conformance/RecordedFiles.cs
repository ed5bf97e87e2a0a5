using System.Text.Json;
using System.Text.Json.Nodes;
using NewsEducator.Collector.Connectors;

namespace NewsEducator.Conformance;

/// <summary>Recorded answers, each of which the product's parser for its folder has to make something of.</summary>
internal static class RecordedFiles
{
    /// <param name="folder">With index.jsonl.</param>
    /// <param name="isHandled">By the file's path within the folder and its text.</param>
    /// <param name="log">Takes what went wrong.</param>
    public static JsonObject Measure(DirectoryInfo folder, Func<string, string, bool> isHandled, TextWriter log)
    {
        var files = JsonLines.Read<Recorded>(folder, "index.jsonl").Select(row => row.File).ToList();
        var failed = files.Where(file => !Handles(file, File.ReadAllText(Path.Combine(folder.FullName, file)), isHandled, log)).ToList();
        return new JsonObject
        {
            ["handled"] = files.Count - failed.Count,
            ["n"] = files.Count,
            ["failed"] = new JsonArray([.. failed.Select(file => JsonValue.Create(file))]),
        };
    }

    private static bool Handles(string file, string text, Func<string, string, bool> isHandled, TextWriter log)
    {
        try
        {
            return isHandled(file, text);
        }
        catch (Exception error) when (error is UnreadableException or JsonException)
        {
            log.WriteLine($"{file}: {error.Message}");
            return false;
        }
    }

    private sealed record Recorded(string File);
}
