using System.Text.RegularExpressions;
using NewsEducator.Compliance.Screenings;
using NewsEducator.Contracts;

namespace NewsEducator.Compliance.Rules.Leaks;

/// <summary>A digest names no person's mail address or telephone number, even where the source does.</summary>
internal sealed partial class PersonalDataRule : IRule
{
    public string Id => "personal.summary";

    public Severity Severity => Severity.Verify;

    public IEnumerable<Hit> Check(ScreeningInput input)
    {
        var text = $"{input.Summary.Title}\n{input.Summary.Text}\n{input.Summary.OneLiner}";
        if (Mail().IsMatch(text))
        {
            yield return new Hit("e-mail");
        }

        if (Telephone().IsMatch(text))
        {
            yield return new Hit("telephone");
        }
    }

    [GeneratedRegex(@"[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){0,5}\.[A-Za-z]{2,24}\b")]
    private static partial Regex Mail();

    [GeneratedRegex(@"(?:^|[^\d.])(?:1[3-9]\d{9}|\+\d{1,3}[ -]?\d{2,4}(?:[ -]\d{2,4}){2,3})(?:$|[^\d.])")]
    private static partial Regex Telephone();
}
