using System.Text.Json.Nodes;
using NewsEducator.Conformance.Threads;

namespace NewsEducator.Conformance.Claims;

/// <summary>
/// Chinese sentences about English threads, true and false, each screened alone: what is flagged, what is shown as checked, and whether the
/// first span decides the case. The threads are in <c>labelled.jsonl</c> of the folder itself or of <c>threads</c> beside it.
/// </summary>
internal sealed class ClaimsSuite : ISuite
{
    public string Name => "claims";

    public JsonObject Run(DirectoryInfo folder, TextWriter log)
    {
        var threads = JsonLines.Read<LabelledThread>(ThreadsOf(folder), "labelled.jsonl").ToDictionary(thread => thread.Id);
        var rows = JsonLines.Read<ClaimRow>(folder, "claims.jsonl").ToList();
        var snapshots = rows.Select(row => row.Thread).Distinct().ToDictionary(id => id, id => ThreadSnapshot.Of(threads[id]));
        var quoted = rows.Select(row => ScreenedClaim.Of(row, snapshots[row.Thread], withQuote: true)).ToList();
        var bare = rows.Select(row => ScreenedClaim.Of(row, snapshots[row.Thread], withQuote: false)).ToList();
        foreach (var claim in quoted)
        {
            log.WriteLine(
                $"{claim.Row.Thread} {(claim.Row.True ? "true " : "false")} {claim.Row.Kind} {claim.Check.State}: {claim.Row.Sentence}{Findings(claim)}"
            );
        }

        foreach (var claim in bare.Where(claim => claim is { Row.Evidence.Count: > 0, IsDecided: false }))
        {
            log.WriteLine(
                $"undecided {claim.Row.Thread}: {claim.Row.Sentence} <- {(claim.Check.Evidence is [var first, ..] ? first.Text : "nothing")}"
            );
        }

        var figures = ClaimFigures.Of(quoted);
        figures["evidenceTop1"] = ClaimFigures.Decided(bare);
        figures["withoutQuote"] = ClaimFigures.Of(bare);
        figures["kinds"] = ClaimFigures.ByKind(quoted);
        figures["n"] = rows.Count;
        return figures;
    }

    private static string Findings(ScreenedClaim claim) =>
        string.Concat(claim.Alarms.Select(finding => $" [{finding.Rule} {finding.Message}]"));

    /// <returns>The folder with the threads of a folder of claims.</returns>
    public static DirectoryInfo ThreadsOf(DirectoryInfo folder) =>
        File.Exists(Path.Combine(folder.FullName, "labelled.jsonl"))
            ? folder
            : new DirectoryInfo(Path.Combine(Path.TrimEndingDirectorySeparator(folder.FullName), "..", "threads"));
}
