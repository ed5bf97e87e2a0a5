using NewsEducator.Contracts;
using NewsEducator.Summarizer.Judging;

namespace NewsEducator.Summarizer.Types;

/// <summary>Gives an item its type: the family by what the text tells, the label within it by kind and details.</summary>
internal static class TypeClassifier
{
    private const double TitleWeight = 3;
    private const double LabelWeight = 2;

    /// <summary>By the fitted model.</summary>
    /// <param name="snapshot">Of the item.</param>
    /// <param name="text">Of the snapshot.</param>
    /// <param name="families">How likely each <see cref="TypeFamily"/> is.</param>
    public static string Classify(Snapshot snapshot, JudgedText text, IReadOnlyList<double> families) =>
        LabelOf(Most([.. families.Zip(PriorOf(snapshot.Kind), (likely, prior) => Math.Log(likely + 1e-6) + prior)]), snapshot, text);

    /// <summary>By words alone, for languages that the model does not read.</summary>
    public static string ClassifyByWords(Snapshot snapshot, JudgedText text)
    {
        var labels = string.Join(' ', snapshot.Labels);
        var weights = TypeCues.Families.Select(cues =>
            (TitleWeight * cues.In(text.Title)) + (LabelWeight * cues.In(labels)) + Math.Log2(1 + cues.In(text.Source))
        );
        var own = snapshot.Kind == SourceKind.GitHubIssue ? new[] { 1.5, 0, 0, 0 } : PriorOf(snapshot.Kind);
        return LabelOf(Most([.. weights.Zip(own, (weight, prior) => weight + prior)]), snapshot, text);
    }

    private static TypeFamily Most(double[] weights) => (TypeFamily)Array.IndexOf(weights, weights.Max());

    // What the rows do not have; what they have, issues and articles, the model weighs by itself.
    private static double[] PriorOf(SourceKind kind) =>
        kind switch
        {
            SourceKind.GitHubDiscussion => [0, 1, 0.5, 0],
            SourceKind.YouTubeVideo => [0.5, 0, 1, 0],
            SourceKind.HuggingFacePaper => [-1, 2.5, 0, -1],
            SourceKind.HuggingFaceDiscussion => [-0.5, 0.5, 1, -1],
            _ => [0, 0, 0, 0],
        };

    private static string LabelOf(TypeFamily family, Snapshot snapshot, JudgedText text) =>
        family switch
        {
            _ when snapshot.Kind == SourceKind.GitHubAdvisory => ItemTypes.Advisory,
            TypeFamily.Advisory => ItemTypes.Advisory,
            TypeFamily.Incident => IncidentLabel(snapshot, text),
            TypeFamily.Debate => snapshot.Kind is SourceKind.HuggingFacePaper or SourceKind.HuggingFaceDiscussion
                ? ItemTypes.MethodDebate
                : ItemTypes.Debate,
            _ => TypeCues.Comparison.In(text.Title) > 0 ? ItemTypes.Comparison : ItemTypes.Tutorial,
        };

    // A report without analysis says what happened and not why.
    private static string IncidentLabel(Snapshot snapshot, JudgedText text) =>
        snapshot.Kind switch
        {
            SourceKind.YouTubeVideo => ItemTypes.IncidentVideo,
            SourceKind.GitHubIssue
                when TypeCues.Analysis.In(snapshot.Text) == 0
                    || TypeCues.Production.In(text.Title) + TypeCues.Production.In(snapshot.Text) >= 2 => ItemTypes.ProductionIncident,
            _ => ItemTypes.Incident,
        };
}
