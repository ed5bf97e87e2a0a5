using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization;
using NewsEducator.Collector.Addresses;
using NewsEducator.Collector.Connectors;
using NewsEducator.Contracts;

namespace NewsEducator.Judge;

/// <summary>
/// What people decided, as Review's <c>/api/ranking/labels</c> exports it: <c>decisions.jsonl</c>, with the texts in <c>snapshots/</c>.
/// </summary>
internal static class DecisionRows
{
    private const string File = "decisions.jsonl";

    // What a decision says of value; the labelled rows tell 2 and 3 apart.
    private const int Approved = 2;
    private const int Undecided = 1;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    /// <summary>The last decision of each item whose text is there; none where the folder has no decisions.</summary>
    public static IReadOnlyList<LabelledRow> Read(DirectoryInfo folder) =>
        [.. Labels(folder).Select(label => Of(label, SnapshotFile(folder, label.SnapshotId))).OfType<LabelledRow>()];

    /// <summary>Fetches the texts that are not there yet; what the Collector has no longer is left out.</summary>
    /// <param name="folder">With the decisions.</param>
    /// <param name="collector">With the Collector's address and a token.</param>
    /// <param name="output">Reports the result.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async Task FetchAsync(DirectoryInfo folder, HttpClient collector, TextWriter output, CancellationToken cancellationToken)
    {
        var (fetched, gone) = (0, 0);
        folder.CreateSubdirectory("snapshots");
        foreach (var id in Labels(folder).Select(label => label.SnapshotId).Distinct())
        {
            var file = SnapshotFile(folder, id);
            if (file.Exists)
            {
                continue;
            }

            using var answer = await collector.GetAsync(new Uri($"api/snapshots/{id}", UriKind.Relative), cancellationToken);
            if (answer.StatusCode == HttpStatusCode.NotFound)
            {
                gone++;
                continue;
            }

            var text = await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync(cancellationToken);
            await System.IO.File.WriteAllTextAsync(file.FullName, text, cancellationToken);
            fetched++;
        }

        await output.WriteLineAsync($"Fetched {fetched} snapshots; {gone} are no longer kept.");
    }

    private static IEnumerable<DecisionLabel> Labels(DirectoryInfo folder)
    {
        var path = Path.Combine(folder.FullName, File);
        return System.IO.File.Exists(path)
            ? System
                .IO.File.ReadLines(path)
                .Where(line => line.Length > 0)
                .Select(line =>
                    JsonSerializer.Deserialize<DecisionLabel>(line, Json) ?? throw new InvalidDataException($"{File} has an empty row.")
                )
                .GroupBy(label => label.ItemId)
                .Select(group => group.MaxBy(label => label.DecidedAt)!)
            : [];
    }

    private static FileInfo SnapshotFile(DirectoryInfo folder, string id) =>
        id.Length == 64 && id.All(char.IsAsciiHexDigitLower)
            ? new FileInfo(Path.Combine(folder.FullName, "snapshots", $"{id}.json"))
            : throw new InvalidDataException($"{File} names the snapshot '{id}', which is no SHA-256.");

    private static LabelledRow? Of(DecisionLabel label, FileInfo file)
    {
        if (!file.Exists || ItemAddress.Of(label.Url) is not { } address)
        {
            return null;
        }

        var snapshot = JsonSerializer.Deserialize<Snapshot>(System.IO.File.ReadAllText(file.FullName), Json)!;
        var isApproved = label.Decision == Choice.Approve;
        var url = new Uri(address.Url);
        return new LabelledRow(
            label.ItemId.ToString("N"),
            $"{url.Host}{string.Concat(url.Segments.Take(3))}",
            new ItemFacts
            {
                Address = address,
                Title = snapshot.Title,
                PublishedAt = snapshot.PublishedAt,
                UpdatedAt = snapshot.UpdatedAt,
            },
            snapshot,
            "decided",
            isApproved,
            IsBorderline: label.Decision == Choice.NeedsVerify,
            isApproved ? Approved
                : label.Decision == Choice.NeedsVerify ? Undecided
                : 0,
            isApproved ? [label.Type] : [],
            label.Concept is { } concept ? [concept] : [],
            Points: []
        );
    }
}
