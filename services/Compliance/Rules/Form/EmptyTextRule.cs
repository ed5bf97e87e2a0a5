using NewsEducator.Compliance.Screenings;
using NewsEducator.Contracts;

namespace NewsEducator.Compliance.Rules.Form;

/// <summary>There must be something to read.</summary>
internal sealed class EmptyTextRule : IRule
{
    public string Id => "text.empty";

    public Severity Severity => Severity.Block;

    public IEnumerable<Hit> Check(ScreeningInput input)
    {
        if (string.IsNullOrWhiteSpace(input.Summary.Title) || string.IsNullOrWhiteSpace(input.Summary.Text))
        {
            yield return new Hit([]);
        }
    }
}
