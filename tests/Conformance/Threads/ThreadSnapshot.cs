using NewsEducator.Collector.Addresses;
using NewsEducator.Collector.Connectors;
using NewsEducator.Collector.Snapshots;
using NewsEducator.Contracts;

namespace NewsEducator.Conformance.Threads;

/// <summary>A labelled thread as the Collector would hand it on.</summary>
internal static class ThreadSnapshot
{
    private const string Address = "https://github.com/any/repository/issues/1";

    public static Snapshot Of(LabelledThread thread)
    {
        var text = SnapshotText.Of(new FetchedItem { Facts = FactsOf(thread), Parts = [new TextPart(SectionKind.Body, thread.Body ?? "")] });
        return new Snapshot
        {
            Id = thread.Id,
            ItemId = ItemIds.ForUrl(Address),
            Kind = thread.Kind.StartsWith("github", StringComparison.Ordinal) ? SourceKind.GitHubIssue : SourceKind.GitHubDiscussion,
            CanonicalUrl = Address,
            FinalUrl = Address,
            Title = thread.Title,
            PublishedAt = DateTimeOffset.UnixEpoch,
            UpdatedAt = DateTimeOffset.UnixEpoch,
            FetchedAt = DateTimeOffset.UnixEpoch,
            Text = text.Text,
            Sections = text.Sections,
        };
    }

    public static ItemFacts FactsOf(LabelledThread thread) => new()
    {
        Address = ItemAddress.Of(Address)!,
        Title = thread.Title,
        IsPullRequest = thread.Kind == "github_pull_request",
        PublishedAt = DateTimeOffset.UnixEpoch,
        UpdatedAt = DateTimeOffset.UnixEpoch,
    };
}
