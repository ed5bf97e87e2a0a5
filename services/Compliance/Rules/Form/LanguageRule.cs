using NewsEducator.Compliance.Screenings;
using NewsEducator.Contracts;

namespace NewsEducator.Compliance.Rules.Form;

/// <summary>Says so where a summary is not in Chinese.</summary>
internal sealed class LanguageRule : IRule
{
    public string Id => "text.language";

    public Severity Severity => Severity.Note;

    public IEnumerable<Hit> Check(ScreeningInput input)
    {
        if (!input.Summary.Language.StartsWith("zh", StringComparison.OrdinalIgnoreCase))
        {
            yield return new Hit(input.Summary.Language);
        }
    }
}
