using System.Text.RegularExpressions;
using NewsEducator.Compliance.Screenings;
using NewsEducator.Contracts;

namespace NewsEducator.Compliance.Rules.Form;

/// <summary>What is there to learn by has its form: an analogy says 像……一样, a term is explained in twenty characters, a summary is
/// short.</summary>
internal sealed partial class LearningFormRule : IRule
{
    private const int LongestExplanation = 20;
    private const int LongestText = 1_200;

    public string Id => "text.form";

    public Severity Severity => Severity.Note;

    public IEnumerable<Hit> Check(ScreeningInput input)
    {
        var summary = input.Summary;
        if (summary.Analogy is { } analogy && !Likeness().IsMatch(analogy))
        {
            yield return new Hit(PlainText.Line(analogy, 80));
        }

        foreach (var term in summary.Terms.Where(term => term.Explanation.Length > LongestExplanation))
        {
            yield return new Hit(PlainText.Line($"{term.Name}: {term.Explanation}", 80));
        }

        if (summary.Text.Length > LongestText)
        {
            yield return new Hit($"{summary.Text.Length} > {LongestText}");
        }
    }

    [GeneratedRegex("像.{1,80}一样")]
    private static partial Regex Likeness();
}
