using System.Text.Json.Serialization;
using NewsEducator.Collector.Items;
using NewsEducator.Contracts;

namespace NewsEducator.Collector.Polling;

/// <summary>What a poll found.</summary>
internal sealed class PollReport
{
    /// <summary>Items that the source listed.</summary>
    public int Listed { get; private set; }

    /// <summary>Of these, known ones that have not changed since.</summary>
    public int Unchanged { get; private set; }

    public int Collected { get; private set; }

    public Dictionary<DropReason, int> Dropped { get; } = [];

    /// <summary>Of these, ones that their host did not serve; each is asked for again later.</summary>
    public int Waiting { get; private set; }

    /// <summary>Parts of the list that could not be read, each with the reason; the others were.</summary>
    public IReadOnlyList<string> Unread { get; set; } = [];

    /// <summary>The host said that nothing changed since the last poll.</summary>
    public bool NotModified { get; set; }

    /// <summary>Until when the host is left alone; null where it was asked.</summary>
    public DateTimeOffset? PutOffUntil { get; set; }

    /// <summary>When the listed items changed.</summary>
    [JsonIgnore]
    public IReadOnlyList<DateTimeOffset> Times { get; set; } = [];

    /// <summary>Why the poll failed; null where it did not.</summary>
    public string? Error { get; set; }

    /// <param name="item">What became of a listed item; null where nothing did.</param>
    public void Count(Item? item)
    {
        Listed++;
        switch (item)
        {
            case { State: ItemState.Collected }:
                Collected++;
                break;
            case { State: ItemState.Waiting }:
                Waiting++;
                break;
            case { Reason: { } reason }:
                Dropped[reason] = Dropped.GetValueOrDefault(reason) + 1;
                break;
            default:
                Unchanged++;
                break;
        }
    }
}
