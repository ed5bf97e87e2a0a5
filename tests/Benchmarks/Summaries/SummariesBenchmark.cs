using System.Globalization;
using NewsEducator.Benchmarks.Peers;
using NewsEducator.Conformance;
using NewsEducator.Conformance.Summarization;
using NewsEducator.Contracts;
using NewsEducator.Summarizer.Extraction;

namespace NewsEducator.Benchmarks.Summaries;

/// <summary>Sentences chosen out of plain text, split and ranked; and how well they were chosen, by ROUGE.</summary>
internal sealed class SummariesBenchmark : IBenchmark
{
    private const double Goal = 20;
    public string Name => "summaries";

    public int Run(string[] arguments, TextWriter log)
    {
        var rows = JsonLines.Read<SummaryRow>(new DirectoryInfo(arguments[0]), "pairs.jsonl").ToList();
        var texts = rows.ConvertAll(row => string.Join(' ', row.Sentences));
        Say("NewsEducator", rows, rows.Zip(texts, Choose).ToList(), log);
        Grow(texts, log);
        var ours = Side.Of(
            "NewsEducator",
            () =>
            {
                for (var at = 0; at < rows.Count; at++)
                {
                    Choose(rows[at], texts[at]);
                }
            }
        );
        using var folder = new ScratchFolder();
        using var lexrank = NodePeers.Install(log) is { } node
            ? PeerProcess.Start(
                "lexrank",
                rows.Select((row, at) => folder.Write($"{row.TargetSentences}\n{texts[at]}")).ToList(),
                "node",
                Path.Combine(node, "summaries.mjs")
            )
            : null;
        if (lexrank is null)
        {
            return Race.Run(ours, [], log) ? 0 : 1;
        }

        Say("lexrank", rows, lexrank.Results, log);
        return Race.Run(ours, [(lexrank.Over([.. Enumerable.Range(0, rows.Count)]), Goal)], log) ? 0 : 1;
    }

    private static string Choose(SummaryRow row, string text) => Choose(row.Title ?? "", text, row.TargetSentences);

    private static string Choose(string title, string text, int sentences)
    {
        var passages = Passages.Of(title, Sentences.Spans(text, 0, text.Length).Select(span => text[span].Trim()));
        return string.Join(
            ' ',
            SentenceSelection.Pick(passages, Ranking.Score(passages), sentences, int.MaxValue).Select(passage => passage.Text)
        );
    }

    private static void Say(string name, List<SummaryRow> rows, IReadOnlyList<string?> chosen, TextWriter log)
    {
        foreach (var group in rows.Zip(chosen).GroupBy(pair => pair.First.Dataset).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            var rouge = group.Select(pair => Rouge.Best(pair.Second ?? "", pair.First.References)).ToList();
            log.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"  {name} on {group.Key}: {100 * rouge.Average(each => each.One):0.0} / {100 * rouge.Average(each => each.Two):0.0} / {100 * rouge.Average(each => each.L):0.0}"
                )
            );
        }
    }

    private static void Grow(List<string> texts, TextWriter log)
    {
        var all = string.Join(' ', texts);
        foreach (var length in new[] { 10_000, 100_000, 1_000_000 }.Where(length => length <= all.Length))
        {
            var text = all[..length];
            var sentences = Sentences.Spans(text, 0, text.Length).Count();
            log.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"  {sentences} sentences: {1_000_000 / Rate.Of(() => Choose("", text, 4)) / sentences:0.0} µs a sentence"
                )
            );
        }
    }
}
