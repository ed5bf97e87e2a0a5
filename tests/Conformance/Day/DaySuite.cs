using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using NewsEducator.Collector;
using NewsEducator.Collector.Selection;
using NewsEducator.Contracts;
using NewsEducator.Judge;
using NewsEducator.Summarizer.Concepts;
using NewsEducator.Summarizer.Embeddings;
using NewsEducator.Summarizer.Extraction;
using NewsEducator.Summarizer.Judging;

namespace NewsEducator.Conformance.Day;

/// <summary>A day of labelled threads from selection to summary, before a pack's size: what is offered, in what order, and how it is filed
/// and told.</summary>
internal sealed class DaySuite : ISuite
{
    private static readonly SelectionRules SelectionRules = new(
        Options.Create(new SelectionOptions()),
        Options.Create(new CollectorOptions())
    );

    // Beside the threads: what the sentences are fitted from besides.
    private const string Summaries = "../summarization";

    public string Name => "day";

    public JsonObject Run(DirectoryInfo folder, TextWriter log) => Run(folder, log, leaveOut: false);

    /// <param name="folder">As for <see cref="Run(DirectoryInfo, TextWriter)"/>.</param>
    /// <param name="log">Takes a line for each row, in the order of the day.</param>
    /// <param name="leaveOut">Each row is judged by a model that was fitted on the rows of other repositories, not by the shipped
    /// one.</param>
    public static JsonObject Run(DirectoryInfo folder, TextWriter log, bool leaveOut)
    {
        using var encoder = new SentenceEncoder();
        var rows = LabelledRow.Read(folder);
        var judges = Judges(rows, encoder, leaveOut);
        var texts = SummarizedText.Read(new DirectoryInfo(Path.Combine(folder.FullName, Summaries)));
        var sentences = leaveOut
            ? rows.Select(row => row.Repository)
                .Distinct()
                .ToDictionary(left => left, left => SentenceFitting.Fit(rows.Where(row => row.Repository != left), texts))
            : [];
        var day = rows.Select(row => ReadRow(row, judges[row.Repository], sentences.GetValueOrDefault(row.Repository)))
            .OrderByDescending(each => each.Rank)
            .ToList();
        foreach (var each in day)
        {
            log.WriteLine(each.ToString());
        }

        return DayFigures.Of(day);
    }

    private static Dictionary<string, ItemJudge> Judges(IReadOnlyList<LabelledRow> rows, SentenceEncoder encoder, bool leaveOut)
    {
        var map = ConceptMap.Load();
        var models = leaveOut ? LeftOut.Models(Example.Encode(rows, encoder)) : new Dictionary<string, JudgeModel>();
        var shipped = new ItemJudge(map, JudgeModel.Load(), encoder);
        return rows.Select(row => row.Repository)
            .Distinct()
            .ToDictionary(
                repository => repository,
                repository => models.TryGetValue(repository, out var own) ? new ItemJudge(map, own, encoder) : shipped
            );
    }

    private static JudgedRow ReadRow(LabelledRow row, ItemJudge judge, SentenceModel? sentences)
    {
        var judged = judge.Judge(row.Snapshot);
        var drop =
            SelectionRules.Judge(row.Facts)
            ?? SelectionRules.JudgeContent(
                row.Facts,
                row.Snapshot.Text[Math.Min(row.Snapshot.Text.Length, row.Snapshot.Title.Length)..].Trim()
            );
        return new JudgedRow(row, judged, drop?.Detail, ExtractiveEngine.Write(row.Snapshot, judged, sentences));
    }
}
