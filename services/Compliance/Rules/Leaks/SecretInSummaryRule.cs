using NewsEducator.Compliance.Screenings;
using NewsEducator.Contracts;

namespace NewsEducator.Compliance.Rules.Leaks;

/// <summary>No secret is published.</summary>
internal sealed class SecretInSummaryRule : IRule
{
    public string Id => "secret.summary";

    public Severity Severity => Severity.Block;

    public IEnumerable<Hit> Check(ScreeningInput input)
    {
        var summary = input.Summary;
        return Secrets.KindsIn($"{summary.Title}\n{summary.Text}\n{summary.OneLiner}\n{summary.Analogy}").Select(kind => new Hit(kind));
    }
}
