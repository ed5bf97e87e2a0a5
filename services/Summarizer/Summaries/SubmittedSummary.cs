using NewsEducator.Contracts;
using NewsEducator.Summarizer.Concepts;
using NewsEducator.Summarizer.Engines;
using NewsEducator.Summarizer.Extraction;

namespace NewsEducator.Summarizer.Summaries;

/// <summary>The words of a foreign pack, unchanged: sentences without quotes, for which Compliance looks for evidence.</summary>
internal sealed class SubmittedSummary(ConceptMap concepts)
{
    public Draft Write(Submission submission, Snapshot snapshot)
    {
        var text = PlainText.Line(submission.Summary);
        var found = concepts.Find(submission.Title, $"{text}\n{snapshot.Text}");
        var content = new SummaryContent
        {
            Title = PlainText.Line(submission.Title),
            Type = submission.Type,
            Text = text,
            Concept = found.Concept,
            Terms = found.Terms,
            Language = Language.Of(text),
            Claims = [.. Sentences.Of(text).Select(sentence => new Claim { Sentence = sentence })],
        };
        return new Draft(content, "submitted", new EngineRun());
    }
}
