using System.Text.Json;

namespace NewsEducator.Judge;

/// <summary>A row of <c>pairs.jsonl</c>: a text with summaries that people wrote of it.</summary>
internal sealed record SummarizedText(string? Title, IReadOnlyList<string> Sentences, IReadOnlyList<string> References)
{
    private const string File = "pairs.jsonl";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
    };

    /// <summary>None where the folder has none.</summary>
    public static IReadOnlyList<SummarizedText> Read(DirectoryInfo folder)
    {
        var path = Path.Combine(folder.FullName, File);
        return System.IO.File.Exists(path)
            ?
            [
                .. System
                    .IO.File.ReadLines(path)
                    .Where(line => line.Length > 0)
                    .Select(line =>
                        JsonSerializer.Deserialize<SummarizedText>(line, Json)
                        ?? throw new InvalidDataException($"{File} has an empty row.")
                    ),
            ]
            : [];
    }
}
