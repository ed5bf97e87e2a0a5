using NewsEducator.Compliance.Screenings;
using NewsEducator.Contracts;

namespace NewsEducator.Compliance.Rules.Sources;

/// <summary>Funding news and offers are no cases.</summary>
internal sealed class MarketingRule : IRule
{
    public string Id => "noise.marketing";

    public Severity Severity => Severity.Verify;

    public IEnumerable<Hit> Check(ScreeningInput input)
    {
        if (Promotion.SignsIn(input.Snapshot.Text) is { Count: > 0 } signs)
        {
            yield return new Hit(string.Join(", ", signs));
        }
    }
}
