using NewsEducator.Compliance.Screenings;
using NewsEducator.Contracts;

namespace NewsEducator.Compliance.Rules.Deception;

/// <summary>What a reviewer reads must be what it looks like.</summary>
internal sealed class HiddenTextRule : IRule
{
    public string Id => "text.hidden";

    public Severity Severity => Severity.Verify;

    public IEnumerable<Hit> Check(ScreeningInput input)
    {
        var summary = input.Summary;
        if (Invisible.Find($"{summary.Title}\n{summary.Text}\n{summary.OneLiner}\n{summary.Analogy}") is { Length: > 0 } found)
        {
            yield return new Hit(found);
        }
    }
}
