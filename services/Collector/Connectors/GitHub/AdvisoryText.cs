using System.Globalization;
using System.Text;

namespace NewsEducator.Collector.Connectors.GitHub;

/// <summary>An advisory's fields as lines beside its description, so that a claim on versions or severity has something to quote.</summary>
internal static class AdvisoryText
{
    private const int MostPackages = 50;

    public static string Of(GitHubAdvisory advisory)
    {
        var text = new StringBuilder(advisory.Description?.Trim() ?? "").Append("\n\n");
        Line(
            text,
            "Severity",
            advisory.Cvss is { Score: > 0 } cvss
                ? string.Create(CultureInfo.InvariantCulture, $"{advisory.Severity} (CVSS {cvss.Score:0.0} {cvss.VectorString})")
                : advisory.Severity
        );
        Line(text, "CVE", advisory.CveId);
        foreach (var affected in (advisory.Vulnerabilities ?? []).Take(MostPackages))
        {
            Line(text, "Affected", $"{affected.Package?.Name} ({affected.Package?.Ecosystem}) {affected.VulnerableVersionRange}".Trim());
            Line(text, "Patched", affected.FirstPatchedVersion ?? affected.PatchedVersions);
        }

        foreach (var weakness in advisory.Cwes ?? [])
        {
            Line(text, "Weakness", $"{weakness.CweId} {weakness.Name}".TrimEnd());
        }

        return text.ToString().Trim();
    }

    private static void Line(StringBuilder text, string name, string? value)
    {
        if (!string.IsNullOrWhiteSpace(value))
        {
            text.Append(name).Append(": ").Append(value).Append('\n');
        }
    }
}
