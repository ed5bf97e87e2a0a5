using Markdig;
using NewsEducator.Collector.Addresses;
using NewsEducator.Collector.Connectors;
using NewsEducator.Collector.Connectors.Html;
using NewsEducator.Collector.Snapshots;
using NewsEducator.Contracts;

namespace NewsEducator.Judge;

/// <summary>A labelled thread as the Collector would hand it on: issues as Markdown, articles as the text of their page.</summary>
internal static class RowSnapshot
{
    // Enough that no threshold of attention decides.
    private const int Reactions = 25;

    private static readonly MarkdownPipeline Page = new MarkdownPipelineBuilder().UsePipeTables().UseAutoLinks().Build();

    public static ItemFacts FactsOf(LabelledRow.Thread thread) =>
        new()
        {
            Address = ItemAddress.Of(
                IsArticle(thread) ? $"https://blog.example.org/{thread.Id}" : "https://github.com/any/repository/issues/1"
            )!,
            Title = thread.Title,
            IsPullRequest = thread.Kind == "github_pull_request",
            Reactions = Reactions,
            PublishedAt = DateTimeOffset.UnixEpoch,
            UpdatedAt = DateTimeOffset.UnixEpoch,
        };

    public static Snapshot Of(LabelledRow.Thread thread, ItemFacts facts)
    {
        var body = thread.Body ?? "";
        var words = IsArticle(thread) ? HtmlText.Of(Markdown.ToHtml(body, Page)) : body;
        var text = SnapshotText.Of(new FetchedItem { Facts = facts, Parts = [new TextPart(SectionKind.Body, words)] });
        return new Snapshot
        {
            Id = thread.Id,
            ItemId = ItemIds.ForUrl(facts.Address.Url),
            Kind = facts.Address.Kind,
            CanonicalUrl = facts.Address.Url,
            FinalUrl = facts.Address.Url,
            Title = thread.Title,
            PublishedAt = DateTimeOffset.UnixEpoch,
            UpdatedAt = DateTimeOffset.UnixEpoch,
            FetchedAt = DateTimeOffset.UnixEpoch,
            Text = text.Text,
            Sections = text.Sections,
        };
    }

    private static bool IsArticle(LabelledRow.Thread thread) => thread.Kind == "web_article";
}
