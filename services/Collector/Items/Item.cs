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

    /// <summary>Where it is fetched and readers are sent, as its source wrote it; null where nothing but the canonical URL is
    /// known.</summary>
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

    /// <summary>Of the same text, see <see cref="MinHashBands"/>; indexed.</summary>
    public int[]? Bands { get; private set; }

    /// <summary>What names its event, see <see cref="Selection.EventKeys"/>; indexed.</summary>
    public string[]? EventKeys { get; private set; }

    /// <summary>Who speaks: a repository, a channel, a host.</summary>
    public string? Voice { get; private set; }

    /// <summary>The item that told of its event first, itself where none did before.</summary>
    public Guid? EventId { get; private set; }

    /// <summary>Counts the versions of its words that went on to the Summarizer.</summary>
    public int Version { get; private set; }

    /// <summary>open, closed, answered …, as the source last called it.</summary>
    public string? SourceState { get; private set; }

    /// <summary>When its author's words were last seen to change.</summary>
    public DateTimeOffset? ContentChangedAt { get; private set; }

    public required DateTimeOffset FirstSeenAt { get; init; }

    public DateTimeOffset StateSince { get; private set; }

    /// <summary>When it last changed at its source, as far as was seen.</summary>
    public DateTimeOffset? ChangedAt { get; private set; }

    /// <summary>See <see cref="Selection.Drop.ByList"/>.</summary>
    public bool DroppedByList { get; private set; }

    /// <summary>Comments that the list counted when the item was last judged.</summary>
    public int Comments { get; private set; }

    /// <summary>Reactions or upvotes, likewise.</summary>
    public int Reactions { get; private set; }

    public string[] Labels { get; private set; } = [];

    private bool IsNew => StateSince == default;

    /// <summary>A changed item is looked at again, a skipped one never; of one without a date nobody can tell that it changed.</summary>
    public bool IsOpenTo(ItemFacts facts) =>
        State is not ItemState.Tombstoned && (ChangedAt is null || (!facts.IsUndated && facts.UpdatedAt > ChangedAt));

    /// <summary>The list said too little of it then, and says more now.</summary>
    public bool Grew(ItemFacts facts) =>
        this is { State: ItemState.Dropped, DroppedByList: true }
        && (
            Reason is DropReason.Whitelist || facts.Comments > Comments || facts.Reactions > Reactions || facts.Labels.Except(Labels).Any()
        );

    /// <summary>What the list said when the item was judged.</summary>
    public void Listed(ItemFacts facts) => (Comments, Reactions, Labels) = (facts.Comments, facts.Reactions, [.. facts.Labels]);

    /// <returns>What is new about it.</returns>
    public ItemChange Collect(Snapshot snapshot, Fingerprint fingerprint, double score, DateTimeOffset now)
    {
        var change = ChangeOf(snapshot, fingerprint);
        Describe(snapshot.Kind, snapshot.FinalUrl, snapshot.Title, snapshot.UpdatedAt);
        ContentChangedAt = change is ItemChange.Content ? now : ContentChangedAt;
        Version += IsNew || State is not ItemState.Collected || change is ItemChange.Content ? 1 : 0;
        (SnapshotId, SourceState, Fingerprint, Bands, Score) = (snapshot.Id, snapshot.State, fingerprint.Hashes, fingerprint.Bands, score);
        return Enter(ItemState.Collected, drop: null, now) ? ItemChange.First : change;
    }

    public void BelongTo(EventSoFar known, string[] keys) =>
        (EventId, EventKeys, Voice) = (EventId ?? known.First ?? Id, keys, known.Voice);

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

    /// <summary>It could not be fetched; what was collected before stays collected.</summary>
    public void Wait(string detail, ItemFacts? facts, DateTimeOffset now)
    {
        if (IsNew || State is ItemState.Dropped or ItemState.Waiting)
        {
            (Kind, Title) = (facts?.Address.Kind ?? Kind, facts?.Title ?? Title);
            Enter(ItemState.Waiting, drop: null, now);
            Detail = detail;
        }
    }

    /// <summary>Its source took it back. It may come again: a deleted page was restored, an advisory published anew.</summary>
    /// <returns>False where nobody works on it.</returns>
    public bool Withdraw(string detail, DateTimeOffset now)
    {
        var worked = State is ItemState.Collected;
        if (worked)
        {
            Enter(ItemState.Withdrawn, drop: null, now);
            Detail = detail;
        }

        return worked;
    }

    public void Bury(string by, DateTimeOffset now) => Enter(ItemState.Tombstoned, new Drop(DropReason.Tombstone, $"{by} 跳过"), now);

    // An added or missing word counts; case, layout and punctuation do not.
    private ItemChange ChangeOf(Snapshot snapshot, Fingerprint fingerprint) =>
        this switch
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

        (State, Reason, Detail, DroppedByList, StateSince) = (state, drop?.Reason, drop?.Detail, drop?.ByList ?? false, now);
        return true;
    }
}
