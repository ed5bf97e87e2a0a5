using NewsEducator.Contracts;
using NewsEducator.Review.Candidates;

namespace NewsEducator.Review.Packs;

/// <summary>The numbered candidates of one day.</summary>
internal sealed class Pack
{
    public Guid Id { get; init; }

    public DateOnly Date { get; init; }

    public PackOrigin Origin { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public required string CreatedBy { get; init; }

    /// <summary>SHA-256 of an imported file: the same file again is the same import.</summary>
    public string? FileHash { get; init; }

    /// <summary>Each candidate needs two reviewers; as configured when the pack was made.</summary>
    public bool FourEyes { get; init; }

    public List<Candidate> Candidates { get; init; } = [];

    /// <summary>The ETag: counts every change to the pack or one of its candidates.</summary>
    public int Version { get; private set; } = 1;

    public DateTimeOffset? ReleasedAt { get; private set; }

    public string? ReleasedBy { get; private set; }

    /// <summary>Until then the release can be taken back and nothing is sent; null once it is sent.</summary>
    public DateTimeOffset? HeldUntil { get; private set; }

    public DateTimeOffset? PublishedAt { get; private set; }

    public string? DigestUrl { get; private set; }

    public int? PublishedItems { get; private set; }

    public string[] Refused { get; private set; } = [];

    public bool IsReleased => ReleasedAt is not null;

    /// <summary>Without what was planted to measure the reviewers, which ends here whatever they decided.</summary>
    public IEnumerable<Candidate> Real => InOrder.Where(candidate => candidate.Planted is null);

    public IEnumerable<Candidate> InOrder => Candidates.OrderBy(candidate => candidate.Number);

    public ComplianceLine Compliance => new(
        Candidates.Count(candidate => !candidate.IsScreened),
        Candidates.Count(candidate => candidate.Verdict == Verdict.NeedsVerify),
        Candidates.Count(candidate => candidate.Verdict == Verdict.Blocked));

    public void Touch() => Version++;

    /// <summary>Closes the pack to changes; with no hold it is sent at once.</summary>
    public void Release(string by, DateTimeOffset now, TimeSpan hold)
    {
        ReleasedAt = now;
        ReleasedBy = by;
        HeldUntil = now + hold;
        if (hold <= TimeSpan.Zero)
        {
            Send();
        }

        Touch();
    }

    public void TakeBackRelease()
    {
        (ReleasedAt, ReleasedBy, HeldUntil) = (null, null, null);
        Touch();
    }

    /// <summary>Every candidate ends as it was decided.</summary>
    public void Send()
    {
        HeldUntil = null;
        foreach (var candidate in Candidates)
        {
            candidate.Close();
        }

        Touch();
    }

    public void MarkPublished(PackPublished message)
    {
        PublishedAt = message.PublishedAt.ToUniversalTime();
        DigestUrl = message.DigestUrl;
        PublishedItems = message.Published;
        Refused = [.. message.Refused];
        Touch();
    }

    public PackDocument ToDocument() => new()
    {
        Date = Date,
        Status = StatusOf(IsReleased, Candidates.Count, Candidates.Count(candidate => candidate.Choice is not null)),
        Compliance = Compliance,
        Items =
        [
            .. InOrder.Select(candidate => new PackEntry
            {
                Number = candidate.Number!.Value,
                Title = candidate.Content.Title,
                Url = MarkdownText.Address(candidate.Url),
                Type = candidate.Content.Type,
                Summary = candidate.Content.Text,
                OneLiner = candidate.Content.OneLiner,
                Analogy = candidate.Content.Analogy,
                Terms = TermLine.Write(candidate.Content.Terms),
                Choice = candidate.Choice,
            }),
        ],
    };

    public static string StatusOf(bool released, int items, int decided) =>
        released ? PackDocument.Released
        : items > 0 && decided == items ? PackDocument.Reviewed
        : PackDocument.PendingReview;
}
