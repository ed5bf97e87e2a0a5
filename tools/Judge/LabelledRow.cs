using System.Text.Json;
using NewsEducator.Contracts;

namespace NewsEducator.Judge;

/// <summary>A row of <c>labelled.jsonl</c> with what <c>labels.jsonl</c> says of it.</summary>
/// <param name="Id">The same in both files.</param>
/// <param name="Repository">Where its text is from: rows of one repository are left out together.</param>
/// <param name="Snapshot">As a service would have it, title and body alone.</param>
/// <param name="IsWorth">A reviewer should see it.</param>
/// <param name="IsBorderline">Readers may differ on that.</param>
/// <param name="Value">0 to 3.</param>
/// <param name="Types">Acceptable labels, the best first; empty where it has none.</param>
/// <param name="FitsNone">No concept fits.</param>
internal sealed record LabelledRow(
    string Id, string Repository, Snapshot Snapshot, bool IsWorth, bool IsBorderline, int Value, IReadOnlyList<string> Types, bool FitsNone)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    private sealed record Thread(string Id, bool WorthReview, string Kind, string Title, string? Body, string FetchedFrom, bool Borderline);

    private sealed record Label(string Id, int Value, bool None, string Type, IReadOnlyList<string> TypeOk);

    /// <exception cref="InvalidDataException">A row has no label.</exception>
    public static IReadOnlyList<LabelledRow> Read(DirectoryInfo folder)
    {
        var labels = Lines<Label>(folder, "labels.jsonl").ToDictionary(label => label.Id);
        return [.. Lines<Thread>(folder, "labelled.jsonl").Select(thread => Of(thread, labels.GetValueOrDefault(thread.Id)))];
    }

    private static LabelledRow Of(Thread thread, Label? label) => label is null
        ? throw new InvalidDataException($"labels.jsonl has no row {thread.Id}, which labelled.jsonl has.")
        : new LabelledRow(
            thread.Id,
            thread.FetchedFrom.Split('@')[0],
            SnapshotOf(thread),
            thread.WorthReview,
            thread.Borderline,
            label.Value,
            [.. label.TypeOk.Prepend(label.Type).Where(ItemTypes.IsLabel)],
            label.None);

    private static Snapshot SnapshotOf(Thread thread)
    {
        var body = thread.Body ?? "";
        var text = $"{thread.Title}\n\n{body}";
        return new Snapshot
        {
            Id = thread.Id,
            ItemId = Guid.Empty,
            Kind = thread.Kind == "web_article" ? SourceKind.Article : SourceKind.GitHubIssue,
            CanonicalUrl = thread.FetchedFrom,
            FinalUrl = thread.FetchedFrom,
            Title = thread.Title,
            PublishedAt = DateTimeOffset.UnixEpoch,
            UpdatedAt = DateTimeOffset.UnixEpoch,
            FetchedAt = DateTimeOffset.UnixEpoch,
            Text = text,
            Sections =
            [
                new SnapshotSection { Kind = SectionKind.Title, Start = 0, Length = thread.Title.Length },
                new SnapshotSection { Kind = SectionKind.Body, Start = text.Length - body.Length, Length = body.Length },
            ],
        };
    }

    private static IEnumerable<T> Lines<T>(DirectoryInfo folder, string file) =>
        File.ReadLines(Path.Combine(folder.FullName, file)).Where(line => line.Length > 0)
            .Select(line => JsonSerializer.Deserialize<T>(line, Json) ?? throw new InvalidDataException($"{file} has an empty row."));
}
