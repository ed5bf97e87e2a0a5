using NewsEducator.Compliance.Screenings;
using NewsEducator.Contracts;

namespace NewsEducator.Compliance.Rules.Form;

/// <summary>A one-liner has at most thirty characters.</summary>
internal sealed class OneLinerLengthRule : IRule
{
    public string Id => "text.one-liner";

    public Severity Severity => Severity.Verify;

    private const int Most = 30;

    public IEnumerable<Hit> Check(ScreeningInput input)
    {
        if (input.Summary.OneLiner is { Length: > Most } oneLiner)
        {
            yield return new Hit(oneLiner.Length, Most);
        }
    }
}
