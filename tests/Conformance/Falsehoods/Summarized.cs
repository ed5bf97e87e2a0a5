using NewsEducator.Compliance.Policies;
using NewsEducator.Compliance.Screenings;
using NewsEducator.Contracts;

namespace NewsEducator.Conformance.Falsehoods;

/// <summary>A summary under a source, and what it is called in a list of misses.</summary>
internal sealed record Summarized(Snapshot Snapshot, SummaryContent Content)
{
    private static readonly Policy Shipped = PolicyFile.Parse(File.ReadAllText(new ComplianceOptions().PolicyFile));

    /// <summary>The same summary with another sentence in one place.</summary>
    public Summarized With(int sentence, Claim claim)
    {
        var claims = Content.Claims.Select((each, index) => index == sentence ? claim : each).ToList();
        return this with { Content = Content with { Claims = claims, Text = TextOf(claims, Content.Language) } };
    }

    public Screen.Outcome Screen() => Compliance.Screenings.Screen.Run(new ScreeningInput(Snapshot, Source, Content, Shipped));

    public IReadOnlyList<Finding> Alarms() => AlarmsOf(Screen());

    /// <summary>What makes a person look, except what is said of the source alone: that it is noise or holds odd characters.</summary>
    public static IReadOnlyList<Finding> AlarmsOf(Screen.Outcome outcome) =>
        [.. outcome.Findings.Where(finding => finding.Severity > Severity.Note && !IsOfSource(finding.Rule))];

    public static string TextOf(IEnumerable<Claim> claims, string language) =>
        string.Join(language == "zh" ? "" : " ", claims.Select(claim => claim.Sentence));

    private static bool IsOfSource(string rule) =>
        rule.StartsWith("noise.", StringComparison.Ordinal) || rule.StartsWith("source.", StringComparison.Ordinal);

    private SourceItem Source =>
        new()
        {
            ItemId = Snapshot.ItemId,
            SnapshotId = Snapshot.Id,
            CanonicalUrl = Snapshot.CanonicalUrl,
            FinalUrl = Snapshot.FinalUrl,
            Kind = Snapshot.Kind,
            Title = Snapshot.Title,
            Author = Snapshot.Author,
            PublishedAt = Snapshot.PublishedAt,
            FetchedAt = Snapshot.FetchedAt,
            Score = 8,
        };
}
