using System.Diagnostics;
using System.Diagnostics.Metrics;
using NewsEducator.Publisher.Digests;

namespace NewsEducator.Publisher;

/// <summary>Meter and activity source <c>NewsEducator.Publisher</c>.</summary>
internal static class PublisherMetrics
{
    private const string Name = "NewsEducator.Publisher";
    private static readonly ActivitySource Source = new(Name);
    private static readonly Meter Meter = new(Name);
    private static readonly Counter<long> PublishedItems = Meter.CreateCounter<long>("newseducator.publisher.published", "{item}", "Published items.");
    private static readonly Counter<long> RefusedItems = Meter.CreateCounter<long>("newseducator.publisher.refused", "{item}", "Approved items that were refused.");
    private static readonly Counter<long> WrittenNotes = Meter.CreateCounter<long>("newseducator.publisher.notes", "{file}", "Notes written.");

    private static readonly Counter<long> FailedNotes =
        Meter.CreateCounter<long>("newseducator.publisher.notes.failed", "{attempt}", "Attempts to write a digest's notes that failed.");

    private static readonly Counter<long> ForgedMessages =
        Meter.CreateCounter<long>("newseducator.publisher.forged", "{message}", "Approvals and releases that Review did not sign.");

    public static void Forged(string type) => ForgedMessages.Add(1, new KeyValuePair<string, object?>("type", type));

    public static void Published(int items, int refused)
    {
        PublishedItems.Add(items);
        RefusedItems.Add(refused);
    }

    public static void NotWritten() => FailedNotes.Add(1);

    public static void Written(int notes) => WrittenNotes.Add(notes);

    /// <summary>The last span of the item's own trace: from collected to published it is one.</summary>
    public static void TraceOf(ApprovedItem item)
    {
        using var activity = Source.StartActivity("publish item", ActivityKind.Internal, item.TraceParent);
        activity?.SetTag("newseducator.item_id", item.Content.ItemId);
    }
}
