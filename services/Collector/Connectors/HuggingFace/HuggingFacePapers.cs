using NewsEducator.Collector.Addresses;
using NewsEducator.Contracts;

namespace NewsEducator.Collector.Connectors.HuggingFace;

/// <summary>The papers of the daily list, with what the community says below them.</summary>
internal sealed class HuggingFacePapers(IHuggingFaceApi api) : ISourceConnector
{
    public SourceKind ItemKind => SourceKind.HuggingFacePaper;

    public string Name => "huggingface-papers";

    public SourceTarget Target => new(null, "", SourceTarget.None.Form) { Host = new Uri("https://huggingface.co/papers/") };

    public async Task<IReadOnlyList<ItemFacts>> ListAsync(string target, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var papers = await api.ListPapersAsync(cancellationToken) ?? throw new UnreadableException("Hugging Face served no list of papers");
        return [.. papers.SelectReadable(listed => FactsOf(listed.Paper, listed.NumComments)).Where(facts => facts.UpdatedAt >= since)];
    }

    public async Task<FetchedItem> FetchAsync(ItemAddress address, CancellationToken cancellationToken)
    {
        var paper =
            await api.GetPaperAsync(address.Id, cancellationToken)
            ?? throw new UnreadableException($"Hugging Face served nothing for {address.Url}");
        var comments = paper.Comments.Where(entry => entry.IsComment).ToList();
        return new FetchedItem
        {
            Facts = FactsOf(paper, comments.Count),
            Parts =
            [
                new TextPart(SectionKind.Body, paper.Summary ?? ""),
                .. comments.Select(comment => comment.AsPart(SectionKind.Comment)),
            ],
        };
    }

    internal static ItemFacts FactsOf(Paper paper, int comments) =>
        new()
        {
            Address =
                ItemAddress.Of($"https://huggingface.co/papers/{Uri.EscapeDataString(paper.Id)}")
                ?? throw new UnreadableException($"Hugging Face gives a paper the id {paper.Id}, which is none"),
            Title = paper.Title,
            Author = paper.Organization?.Fullname ?? paper.Organization?.Name ?? (paper.Authors is [var first, ..] ? first.Name : null),
            Comments = comments,
            Reactions = paper.Upvotes,
            PublishedAt = paper.PublishedAt,
            UpdatedAt = paper.SubmittedOnDailyAt ?? paper.PublishedAt,
        };
}
