using NewsEducator.Contracts;
using NewsEducator.Summarizer.Engines;
using NewsEducator.Summarizer.Judging;

namespace NewsEducator.Summarizer.Extraction;

/// <summary>Summarizes with the source's own sentences: works offline, in the source's language, and proves every word.</summary>
internal sealed class ExtractiveEngine(ItemReader reader) : ISummaryEngine
{
    public const string Name = "extractive";
    private const int LongestTitle = 300;
    private const int LongestOneLiner = 30;

    public async Task<Draft> WriteAsync(Snapshot snapshot, bool afresh, CancellationToken cancellationToken) =>
        new(Write(snapshot, await reader.ReadAsync(snapshot, cancellationToken)), Name, new EngineRun());

    /// <param name="snapshot">Of the item.</param>
    /// <param name="judged">The same item.</param>
    /// <param name="sentences">Null: the shipped model.</param>
    public static SummaryContent Write(Snapshot snapshot, Judged judged, SentenceModel? sentences = null)
    {
        var language = Language.Of(snapshot.Text);
        var passages = Passages.Read(snapshot, language);
        var picked = SentenceSelection.Pick(passages, Ranking.Score(passages, sentences), language);
        return new SummaryContent
        {
            Title = PlainText.Line(snapshot.Title, LongestTitle),
            Type = judged.Type,
            Text = string.Join(language == Language.Chinese ? "" : " ", picked.Select(passage => passage.Text)),
            OneLiner = picked.FirstOrDefault(passage => passage.Text.Length <= LongestOneLiner && passage.Tells != Roles.None)?.Text,
            Concept = judged.Concept,
            Terms = judged.Terms,
            Judgement = judged.Judgement,
            Language = language,
            Claims = [.. picked.Select(passage => new Claim { Sentence = passage.Text, Quote = passage.Quote })],
        };
    }
}
