using NewsEducator.Contracts;

namespace NewsEducator.Summarizer.Types;

/// <summary>Gives an item its type: the family by what the text tells, the label within it by kind and details.</summary>
internal static class TypeClassifier
{
    private const int Sample = 8_000;
    private const int TitleWeight = 3;

    public static string Classify(Snapshot snapshot)
    {
        if (snapshot.Kind == SourceKind.GitHubAdvisory)
        {
            return ItemTypes.Advisory;
        }

        var text = snapshot.Text.Length > Sample ? snapshot.Text[..Sample] : snapshot.Text;
        var labels = string.Join(' ', snapshot.Labels);
        double Weigh(TypeCues cues) => (TitleWeight * cues.In(snapshot.Title)) + (2 * cues.In(labels)) + Math.Log2(1 + cues.In(text));

        var incident = Weigh(TypeCues.Incident) + PriorOf(snapshot.Kind).Incident;
        var debate = Weigh(TypeCues.Debate) + PriorOf(snapshot.Kind).Debate;
        var tutorial = Weigh(TypeCues.Tutorial) + PriorOf(snapshot.Kind).Tutorial;
        var advisory = Weigh(TypeCues.Advisory);
        var most = Math.Max(Math.Max(incident, debate), Math.Max(tutorial, advisory));
        return most == advisory && advisory > incident ? ItemTypes.Advisory
            : most == incident ? IncidentLabel(snapshot, text)
            : most == debate ? DebateLabel(snapshot.Kind)
            : TutorialLabel(snapshot.Title);
    }

    private static (double Incident, double Debate, double Tutorial) PriorOf(SourceKind kind) => kind switch
    {
        SourceKind.GitHubIssue => (1.5, 0, 0),
        SourceKind.GitHubDiscussion => (0, 1.5, 0.5),
        SourceKind.YouTubeVideo => (0.5, 0, 1),
        SourceKind.HuggingFacePaper => (-1, 2.5, 0),
        SourceKind.Article => (0, 0, 0.5),
        _ => (-0.5, 1, 1),
    };

    private static string IncidentLabel(Snapshot snapshot, string text) =>
        snapshot.Kind == SourceKind.YouTubeVideo ? ItemTypes.IncidentVideo
        : TypeCues.Production.In(snapshot.Title) + TypeCues.Production.In(text) >= 2 ? ItemTypes.ProductionIncident
        : ItemTypes.Incident;

    private static string DebateLabel(SourceKind kind) =>
        kind is SourceKind.HuggingFacePaper or SourceKind.HuggingFaceDiscussion ? ItemTypes.MethodDebate : ItemTypes.Debate;

    private static string TutorialLabel(string title) =>
        TypeCues.Comparison.In(title) > 0 ? ItemTypes.Comparison : ItemTypes.Tutorial;
}
