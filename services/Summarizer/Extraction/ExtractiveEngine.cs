using NewsEducator.Contracts;
using NewsEducator.Summarizer.Concepts;
using NewsEducator.Summarizer.Engines;
using NewsEducator.Summarizer.Types;

namespace NewsEducator.Summarizer.Extraction;

/// <summary>Summarizes with the source's own sentences: works offline, in the source's language, and proves every word.</summary>
internal sealed class ExtractiveEngine(ConceptMap concepts) : ISummaryEngine
{
    public const string Name = "extractive";
    private const int LongestTitle = 300;
    private const int LongestOneLiner = 30;

    public Task<Draft> WriteAsync(Snapshot snapshot, bool afresh, CancellationToken cancellationToken) =>
        Task.FromResult(new Draft(Write(snapshot), Name, new EngineRun()));

    public SummaryContent Write(Snapshot snapshot)
    {
        var language = Language.Of(snapshot.Text);
        var passages = Passages.Read(snapshot, language);
        var picked = Selection.Pick(passages, Ranking.Score(passages, snapshot.Title), language);
        var found = concepts.Find(snapshot.Title, snapshot.Text);
        return new SummaryContent
        {
            Title = PlainText.Line(snapshot.Title, LongestTitle),
            Type = TypeClassifier.Classify(snapshot),
            Text = string.Join(language == Language.Chinese ? "" : " ", picked.Select(passage => passage.Text)),
            OneLiner = picked.FirstOrDefault(passage => passage.Text.Length <= LongestOneLiner && passage.Tells != Roles.None)?.Text,
            Concept = found.Concept,
            Terms = found.Terms,
            Language = language,
            Claims = [.. picked.Select(passage => new Claim { Sentence = passage.Text, Quote = passage.Quote })],
        };
    }
}
