using NewsEducator.Contracts;
using NewsEducator.Summarizer.Concepts;
using NewsEducator.Summarizer.Embeddings;
using NewsEducator.Summarizer.Extraction;
using NewsEducator.Summarizer.Types;

namespace NewsEducator.Summarizer.Judging;

/// <summary>The one place that judges a text: its worth, value, type and concept, by one model; by words where the model does not read the
/// language.</summary>
internal sealed class ItemJudge(ConceptMap map, JudgeModel model, SentenceEncoder encoder)
{
    private const double UnreadValue = 0.8;
    private const double ValueOfReason = 0.5;
    private const double MostValue = 3;
    private const double Likely = 0.5;

    private readonly ConceptMatcher _matcher = new(map, encoder);

    public static bool Reads(Snapshot snapshot) => Language.Of(snapshot.Text) == Language.English;

    /// <summary>Encodes the text itself; a service goes through <see cref="ItemReader"/>, which remembers.</summary>
    public Judged Judge(Snapshot snapshot)
    {
        var text = JudgedText.Of(snapshot);
        return Judge(snapshot, text, Reads(snapshot) ? encoder.Encode(text.Parts) : []);
    }

    /// <param name="snapshot">Of the item.</param>
    /// <param name="text">Of the snapshot.</param>
    /// <param name="vectors">Of <see cref="JudgedText.Parts"/>; empty where the model does not read the language, see
    /// <see cref="Reads"/>.</param>
    public Judged Judge(Snapshot snapshot, JudgedText text, float[][] vectors)
    {
        if (vectors.Length == 0)
        {
            return JudgeByWords(snapshot, text);
        }

        var input = model.Input(text, snapshot.Kind, vectors);
        var value = model.Value.Sum(head => head.Probability(input));
        var keywords = map.Weigh(snapshot.Title, text.Prose);
        var concept = _matcher.Match(text, vectors, model.NoConcept.Probability(input), keywords);
        return new Judged(
            TypeClassifier.Classify(snapshot, text, [.. model.Families.Select(head => head.Probability(input))]),
            concept.ToConcept(),
            map.TermsOf(keywords),
            new Judgement
            {
                Worth = IsLearned(snapshot.Kind) ? Math.Round(model.Worth.Probability(input), 3) : null,
                Value = Math.Round(value, 3),
                Reasons = [.. Reasons.Of(text, value), .. AgainstIt(input)],
            }
        );
    }

    private IEnumerable<string> AgainstIt(double[] input)
    {
        var (worth, release, promotion) = (
            model.Worth.Probability(input),
            model.Release.Probability(input),
            model.Promotion.Probability(input)
        );
        return worth >= Judgement.LowestWorth || Math.Max(release, promotion) < Likely
            ? []
            : [release >= promotion ? JudgementReasons.Release : JudgementReasons.Promotion];
    }

    private Judged JudgeByWords(Snapshot snapshot, JudgedText text)
    {
        var found = map.Find(snapshot.Title, snapshot.Text);
        var reasons = Reasons.Of(text, MostValue);
        var value = Math.Min(MostValue, UnreadValue + (ValueOfReason * reasons.Count));
        return new Judged(
            TypeClassifier.ClassifyByWords(snapshot, text),
            found.Concept,
            found.Terms,
            new Judgement { Value = value, Reasons = reasons }
        );
    }

    // It was fitted on issues and articles, and of advisories, videos and models it knows nothing.
    private static bool IsLearned(SourceKind kind) => kind is SourceKind.GitHubIssue or SourceKind.GitHubDiscussion or SourceKind.Article;
}

/// <summary>What an item is and what it is worth.</summary>
internal sealed record Judged(string Type, Concept Concept, IReadOnlyList<Term> Terms, Judgement Judgement);
