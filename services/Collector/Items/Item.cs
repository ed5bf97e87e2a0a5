using NewsEducator.Collector.Connectors;
using NewsEducator.Collector.Selection;
using NewsEducator.Contracts;

namespace NewsEducator.Collector.Items;

/// <summary>One page that a source served or a person named, by its canonical URL: one item for ever.</summary>
internal sealed class Item
{
    public required Guid Id { get; init; }

    /// <summary>Counts up; lists page by it.</summary>
    public long Sequence { get; init; }

    /// <summary>Canonical: its identity.</summary>
    public required string Url { get; init; }

    /// <summary>Where it is fetched and readers are sent, as its source wrote it; null where nothing but the canonical URL is known.</summary>
    public string? Link { get; private set; }

    /// <summary>Null where nothing but a URL is known.</summary>
    public SourceKind? Kind { get; private set; }

    public string? Title { get; private set; }

    /// <summary>The source that served it; null where a person named it.</summary>
    public string? SourceId { get; init; }

    public ItemState State { get; private set; }

    public DropReason? Reason { get; private set; }

    public string? Detail { get; private set; }

    public double? Score { get; private set; }

    /// <summary>The latest snapshot.</summary>
    public string? SnapshotId { get; private set; }

    /// <summary>Of the latest snapshot's text, see <see cref="Fingerprint"/>.</summary>
    public int[]? Fingerprint { get; private set; }

    /// <summary>Of the same text, see <see cref="Bands"/>; indexed.</summary>
    public int[]? Bands { get; private set; }

    /// <summary>What names its event, see <see cref="Selection.EventKeys"/>; indexed.</summary>
    public string[]? EventKeys { get; private set; }

    /// <summary>The item that told of its event first, itself where none did before.</summary>
    public Guid? EventId { get; private set; }

    /// <summary>open, closed, answered …, as the source last called it.</summary>
    public string? SourceState { get; private set; }

    /// <summary>When its author's words were last seen to change.</summary>
    public DateTimeOffset? ContentChangedAt { get; private set; }

    public required DateTimeOffset FirstSeenAt { get; init; }

    public DateTimeOffset StateSince { get; private set; }

    /// <summary>When it last changed at its source, as far as was seen.</summary>
    public DateTimeOffset? ChangedAt { get; private set; }

    private bool IsNew => StateSince == default;

    /// <summary>A changed item is looked at again, a skipped one never; of one without a date nobody can tell that it changed.</summary>
    public bool IsOpenTo(ItemFacts facts) => State is not ItemState.Tombstoned && (ChangedAt is null || (!facts.IsUndated && facts.UpdatedAt > ChangedAt));

    /// <returns>What is new about it.</returns>
    public ItemChange Collect(Snapshot snapshot, Fingerprint fingerprint, double score, DateTimeOffset now)
    {
        var change = ChangeOf(snapshot, fingerprint);
        Describe(snapshot.Kind, snapshot.FinalUrl, snapshot.Title, snapshot.UpdatedAt);
        ContentChangedAt = change is ItemChange.Content ? now : ContentChangedAt;
        (SnapshotId, SourceState, Fingerprint, Bands, Score) = (snapshot.Id, snapshot.State, fingerprint.Hashes, fingerprint.Bands, score);
        return Enter(ItemState.Collected, drop: null, now) ? ItemChange.First : change;
    }

    public void BelongTo(Guid? first, string[] keys) => (EventId, EventKeys) = (EventId ?? first ?? Id, keys);

    /// <returns>True where the item had not been dropped for this reason before, nor collected.</returns>
    public bool Drop(Drop drop, ItemFacts? facts, DateTimeOffset now)
    {
        if (facts is not null)
        {
            Describe(facts.Address.Kind, facts.Address.Link, facts.Title, facts.UpdatedAt);
        }

        // What was collected stays collected: its text is stored and others work on it.
        return (IsNew || State is not ItemState.Collected) && Enter(ItemState.Dropped, drop, now);
    }

    public void Bury(string by, DateTimeOffset now) => Enter(ItemState.Tombstoned, new Drop(DropReason.Tombstone, $"{by} 跳过"), now);

    // A word more or less counts; case, layout and punctuation do not.
    private ItemChange ChangeOf(Snapshot snapshot, Fingerprint fingerprint) => this switch
    {
        { State: not ItemState.Collected } or { SnapshotId: null } => ItemChange.None,
        _ when !fingerprint.Hashes.AsSpan().SequenceEqual(Fingerprint) => ItemChange.Content,
        _ when SnapshotId != snapshot.Id => ItemChange.Discussion,
        _ when SourceState != snapshot.State => ItemChange.State,
        _ => ItemChange.None,
    };

    private void Describe(SourceKind kind, string link, string title, DateTimeOffset changedAt)
    {
        Kind = kind;
        Link = link;
        Title = title;
        ChangedAt = changedAt;
    }

    private bool Enter(ItemState state, Drop? drop, DateTimeOffset now)
    {
        if (!IsNew && (State is ItemState.Tombstoned || (State == state && Reason == drop?.Reason)))
        {
            return false;
        }

        (State, Reason, Detail, StateSince) = (state, drop?.Reason, drop?.Detail, now);
        return true;
    }
}
