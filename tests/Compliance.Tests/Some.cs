using System.Text;
using NewsEducator.Compliance.Policies;
using NewsEducator.Compliance.Screenings;
using NewsEducator.Contracts;
using NewsEducator.Testing;

namespace NewsEducator.Compliance.Tests;

/// <summary>Summaries, approved contents and screenings of snapshots.</summary>
internal static class Some
{
    public static readonly Policy Policy = PolicyFile.Parse(
        File.ReadAllText(Path.Combine(Repository.Root, "services", "Compliance", "policy.yaml"))
    );

    public static SummaryContent Summary(string text, string title = "连接池耗尽", params IEnumerable<Claim> claims) =>
        new()
        {
            Title = title,
            Type = ItemTypes.Incident,
            Text = text,
            Concept = new Concept { Key = "connection-pool", Name = "连接池" },
            Language = "zh",
            Claims = [.. claims],
        };

    public static Screen.Outcome Screened(Snapshot snapshot, SummaryContent summary, SourceItem? source = null, Policy? policy = null) =>
        Screen.Run(new ScreeningInput(snapshot, source ?? SomeSource.Source(snapshot), summary, policy ?? Policy));

    /// <summary>Under the shipped policy.</summary>
    public static ScreeningInput Input(Snapshot snapshot, SummaryContent summary) =>
        new(snapshot, SomeSource.Source(snapshot), summary, Policy);

    public static ApprovedContent Approved(Snapshot snapshot, IReadOnlyList<Claim> claims) =>
        new()
        {
            ItemId = snapshot.ItemId,
            CanonicalUrl = snapshot.CanonicalUrl,
            Kind = snapshot.Kind,
            SnapshotId = snapshot.Id,
            Title = "连接池耗尽",
            Type = ItemTypes.Incident,
            Summary = string.Concat(claims.Select(claim => claim.Sentence)),
            Concept = new Concept { Key = "connection-pool", Name = "连接池" },
            Language = "zh",
            Claims = claims,
        };
}
