using NewsEducator.Collector.Addresses;
using NewsEducator.Collector.Connectors;
using NewsEducator.Collector.Snapshots;
using NewsEducator.Contracts;

namespace NewsEducator.Conformance.Threads;

/// <summary>A labelled thread as the Collector would hand it on.</summary>
internal static class ThreadSnapshot
{
    public static Snapshot Of(LabelledThread thread)
    {
        var text = SnapshotText.Of(
            new FetchedItem { Facts = FactsOf(thread), Parts = [new TextPart(SectionKind.Body, thread.Body ?? "")] }
        );
        var address = AddressOf(thread);
        return new Snapshot
        {
            Id = thread.Id,
            ItemId = ItemIds.ForUrl(address.Url),
            Kind = address.Kind,
            CanonicalUrl = address.Url,
            FinalUrl = address.Url,
            Title = thread.Title,
            PublishedAt = DateTimeOffset.UnixEpoch,
            UpdatedAt = DateTimeOffset.UnixEpoch,
            FetchedAt = DateTimeOffset.UnixEpoch,
            Text = text.Text,
            Sections = text.Sections,
        };
    }

    public static ItemFacts FactsOf(LabelledThread thread) =>
        new()
        {
            Address = AddressOf(thread),
            Title = thread.Title,
            IsPullRequest = thread.Kind == "github_pull_request",
            PublishedAt = DateTimeOffset.UnixEpoch,
            UpdatedAt = DateTimeOffset.UnixEpoch,
        };

    private static ItemAddress AddressOf(LabelledThread thread) =>
        ItemAddress.Of(thread.Kind == "web_article" ? "https://blog.example.org/1" : "https://github.com/any/repository/issues/1")!;
}
