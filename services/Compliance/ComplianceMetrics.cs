using System.Diagnostics.Metrics;
using NewsEducator.Contracts;

namespace NewsEducator.Compliance;

/// <summary>Meter <c>NewsEducator.Compliance</c>.</summary>
internal static class ComplianceMetrics
{
    private static readonly Meter Meter = new("NewsEducator.Compliance");
    private static readonly Counter<long> Screenings = Meter.CreateCounter<long>("newseducator.compliance.screened", "{item}", "Screenings, by verdict.");
    private static readonly Counter<long> Findings = Meter.CreateCounter<long>("newseducator.compliance.findings", "{finding}", "Findings, by rule.");

    public static void Screened(Verdict verdict, IEnumerable<Finding> findings)
    {
        Screenings.Add(1, new KeyValuePair<string, object?>("verdict", verdict.ToString()));
        foreach (var finding in findings)
        {
            Findings.Add(1, new KeyValuePair<string, object?>("rule", finding.Rule));
        }
    }
}
