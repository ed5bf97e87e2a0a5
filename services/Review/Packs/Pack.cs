using NewsEducator.Contracts;
using NewsEducator.Review.Candidates;
using NewsEducator.Review.Packs.Files;

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

    /// <summary>Its hold is over, and it waits for looks at the sources of these candidates; empty where it does not.</summary>
    public int[] AwaitedSources { get; private set; } = [];

    /// <summary>When the reminder of it was sent.</summary>
    public DateTimeOffset? RemindedAt { get; private set; }

    public DateTimeOffset? PublishedAt { get; private set; }

    public string? DigestUrl { get; private set; }

    public int? PublishedItems { get; private set; }

    public string[] Refused { get; private set; } = [];

    public bool IsReleased => ReleasedAt is not null;

    /// <summary>Without what was planted to measure the reviewers, which ends here whatever they decided.</summary>
    public IEnumerable<Candidate> Real => InOrder.Where(candidate => candidate.Planted is null);

    public IEnumerable<Candidate> InOrder => Candidates.OrderBy(candidate => candidate.Number);

    public ComplianceLine Compliance => ComplianceLine.Of(Candidates.Select(candidate => candidate.Verdict));

    public void Touch() => Version++;

    public void Remind(DateTimeOffset now) => RemindedAt = now;

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
        (ReleasedAt, ReleasedBy, HeldUntil, AwaitedSources) = (null, null, null, []);
        Touch();
    }

    /// <returns>The numbers of approved candidates of a release of which it is not known whether their sources stand.</returns>
    public int[] SourcesInDoubt() =>
        [.. Real.Where(candidate => candidate.IsInDoubtSince(ReleasedAt)).Select(candidate => candidate.Number!.Value)];

    /// <summary>The hold goes on until they are looked at, and no longer than that.</summary>
    public void AwaitSources(int[] numbers, DateTimeOffset until)
    {
        (AwaitedSources, HeldUntil) = (numbers, until);
        Touch();
    }

    /// <summary>Every candidate ends as it was decided.</summary>
    public void Send()
    {
        (HeldUntil, AwaitedSources) = (null, []);
        foreach (var candidate in Candidates)
        {
            candidate.Close();
        }

        Touch();
    }

    public void MarkPublished(PackPublished message)
    {
        if (PublishedAt is not null)
        {
            return;
        }

        PublishedAt = message.PublishedAt.ToUniversalTime();
        DigestUrl = message.DigestUrl;
        PublishedItems = message.Published;
        Refused = [.. message.Refused];
        Touch();
    }

    public PackDocument ToDocument() =>
        new()
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
