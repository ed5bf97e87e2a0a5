using System.Text.Json.Serialization;
using NewsEducator.Contracts;

namespace NewsEducator.Compliance.Screenings;

/// <summary>What was found of one text of a candidate under one policy.</summary>
internal sealed class Screening
{
    public Guid CandidateId { get; private init; }

    public string SnapshotId { get; private init; } = "";

    public int Revision { get; private init; }

    public string PolicyVersion { get; private init; } = "";

    public Guid ItemId { get; private init; }

    public string Engine { get; private set; } = "";

    public Verdict Verdict { get; private set; }

    public IReadOnlyList<Finding> Findings { get; private set; } = [];

    public IReadOnlyList<SentenceCheck> Sentences { get; private set; } = [];

    /// <summary>What shadow rules found.</summary>
    public IReadOnlyList<ShadowHit> Shadow { get; private set; } = [];

    /// <summary>Everything that is needed to screen it again; null where it was screened before this was kept.</summary>
    [JsonIgnore]
    public Screener.Request? Request { get; private set; }

    public DateTimeOffset ScreenedAt { get; private set; }

    public static Screening For(ItemScreened screened) =>
        new()
        {
            CandidateId = screened.CandidateId,
            SnapshotId = screened.Source.SnapshotId,
            Revision = screened.Revision,
            PolicyVersion = screened.PolicyVersion,
            ItemId = screened.Source.ItemId,
        };

    /// <returns>The same, of a candidate that takes this one's place.</returns>
    public Screening Of(Guid candidateId) =>
        new()
        {
            CandidateId = candidateId,
            SnapshotId = SnapshotId,
            Revision = Revision,
            PolicyVersion = PolicyVersion,
            ItemId = ItemId,
            Engine = Engine,
            Verdict = Verdict,
            Findings = Findings,
            Sentences = Sentences,
            Shadow = Shadow,
            Request = Request is null ? null : Request with { CandidateId = candidateId },
            ScreenedAt = ScreenedAt,
        };

    public void Record(ItemScreened screened, Screener.Request request, IReadOnlyList<ShadowHit> shadow)
    {
        Request = request;
        Shadow = shadow;
        Engine = screened.Engine;
        Verdict = screened.Verdict;
        Findings = screened.Findings;
        Sentences = screened.Sentences;
        ScreenedAt = screened.ScreenedAt;
    }
}
