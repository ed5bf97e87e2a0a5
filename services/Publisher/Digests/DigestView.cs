using System.Text.Json.Serialization;
using NewsEducator.Contracts;
using NewsEducator.Publisher.Pages;
using NewsEducator.Publisher.Withdrawals;

namespace NewsEducator.Publisher.Digests;

/// <summary>A digest as JSON: the fields of its public event, and what is no longer published of it.</summary>
internal sealed record DigestView
{
    public const string SchemaPath = "/schemas/digest.v1.json";

    [JsonPropertyName("$schema")]
    public required string Schema { get; init; }

    public required DateOnly Date { get; init; }

    public required int Revision { get; init; }

    public required string Title { get; init; }

    public required string Url { get; init; }

    public required DateTimeOffset PublishedAt { get; init; }

    /// <summary>When it last changed.</summary>
    public required DateTimeOffset ChangedAt { get; init; }

    public required IReadOnlyList<DigestEntry> Items { get; init; }

    public required IReadOnlyList<WithdrawnEntry> Withdrawn { get; init; }

    /// <summary>The items whose text was corrected, each with its latest correction.</summary>
    public required IReadOnlyList<CorrectedEntry> Corrected { get; init; }

    /// <summary>The label of generated content; null where it is switched off.</summary>
    public GeneratedLabel? Label { get; init; }

    internal static DigestView Of(Digest digest, Frame frame, GeneratedLabel? label) =>
        new()
        {
            Schema = new Uri(frame.PublicUrl, SchemaPath).AbsoluteUri,
            Date = digest.Date,
            Revision = digest.Revision,
            Title = DigestText.TitleOf(digest),
            Url = new Uri(frame.PublicUrl, $"/digests/{Frame.Iso(digest.Date)}").AbsoluteUri,
            PublishedAt = digest.PublishedAt,
            ChangedAt = digest.ChangedAt,
            Items = [.. digest.InOrder().Select(item => item.ToEntry())],
            Withdrawn = [.. digest.Withdrawn().Select(WithdrawnEntryOf)],
            Corrected = [.. digest.Corrected().Select(CorrectedEntryOf)],
            Label = label,
        };

    internal static CorrectedEntry CorrectedEntryOf(DigestRevision revision) =>
        new()
        {
            ItemId = revision.ItemId,
            Number = revision.ItemNumber,
            Revision = revision.Number,
            Reason = revision.Reason,
            At = revision.At,
        };

    internal static WithdrawnEntry WithdrawnEntryOf(DigestItem item) =>
        new()
        {
            ItemId = item.ItemId,
            Number = item.Number,
            Kind = item.WithdrawnAs!.Value.ToString(),
            Reason = item.WithdrawalReason!,
            At = item.WithdrawnAt!.Value,
        };
}
