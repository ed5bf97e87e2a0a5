using System.Text.Json;
using NewsEducator.Collector.Connectors;
using NewsEducator.Contracts;

namespace NewsEducator.Judge;

/// <summary>A row of <c>labelled.jsonl</c> with what <c>labels.jsonl</c> says of it.</summary>
/// <param name="Id">The same in both files.</param>
/// <param name="Repository">Where its text was written, which is not where the corpus found it: rows of one repository are left out
/// together.</param>
/// <param name="Facts">As a list would give them.</param>
/// <param name="Snapshot">As the Collector would hand it on.</param>
/// <param name="Label">incident, debate, tutorial, security, release_noise, marketing or other.</param>
/// <param name="IsWorth">A reviewer should see it.</param>
/// <param name="IsBorderline">Readers may differ on that.</param>
/// <param name="Value">0 to 3.</param>
/// <param name="Types">Acceptable labels, the best first; empty where it has none.</param>
/// <param name="Concepts">Acceptable keys; <see cref="Concept.NoneKey"/> alone where none fits.</param>
/// <param name="Points">Verbatim spans of what a summary must hold.</param>
internal sealed record LabelledRow(
    string Id,
    string Repository,
    ItemFacts Facts,
    Snapshot Snapshot,
    string Label,
    bool IsWorth,
    bool IsBorderline,
    int Value,
    IReadOnlyList<string> Types,
    IReadOnlyList<string> Concepts,
    IReadOnlyList<string> Points
)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
    };

    /// <summary>A thread as the corpus has it; a web article's body is Markdown.</summary>
    internal sealed record Thread(
        string Id,
        string Label,
        bool WorthReview,
        string Kind,
        string Title,
        string? Body,
        string FetchedFrom,
        string? Repo,
        bool Borderline
    );

    private sealed record Second(
        string Id,
        int Value,
        bool None,
        string Type,
        IReadOnlyList<string> TypeOk,
        IReadOnlyList<string> Concepts,
        Proposed? Missing,
        IReadOnlyList<Point> Points
    );

    private sealed record Proposed(string Key);

    private sealed record Point(string Span);

    /// <exception cref="InvalidDataException">A row has no label.</exception>
    public static IReadOnlyList<LabelledRow> Read(DirectoryInfo folder)
    {
        var labels = Lines<Second>(folder, "labels.jsonl").ToDictionary(label => label.Id);
        return [.. Lines<Thread>(folder, "labelled.jsonl").Select(thread => Of(thread, labels.GetValueOrDefault(thread.Id)))];
    }

    private static LabelledRow Of(Thread thread, Second? label)
    {
        if (label is null)
        {
            throw new InvalidDataException($"labels.jsonl has no row {thread.Id}, which labelled.jsonl has.");
        }

        var facts = RowSnapshot.FactsOf(thread);
        return new LabelledRow(
            thread.Id,
            thread.Repo ?? thread.FetchedFrom.Split('@')[0],
            facts,
            RowSnapshot.Of(thread, facts),
            thread.Label,
            thread.WorthReview,
            thread.Borderline,
            label.Value,
            [.. label.TypeOk.Prepend(label.Type).Where(ItemTypes.IsLabel)],
            label.None ? [Concept.NoneKey] : [.. label.Concepts, .. label.Missing is { } missing ? [missing.Key] : Array.Empty<string>()],
            [.. label.Points.Select(point => point.Span)]
        );
    }

    private static IEnumerable<T> Lines<T>(DirectoryInfo folder, string file) =>
        File.ReadLines(Path.Combine(folder.FullName, file))
            .Where(line => line.Length > 0)
            .Select(line => JsonSerializer.Deserialize<T>(line, Json) ?? throw new InvalidDataException($"{file} has an empty row."));
}
