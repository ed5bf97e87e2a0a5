using System.Globalization;
using NewsEducator.Collector.Addresses;
using NewsEducator.Collector.Connectors.Http;
using NewsEducator.Contracts;

namespace NewsEducator.Collector.Connectors.HuggingFace;

/// <summary>The discussions of a model, or of the models of an organisation that changed last (<c>org/*</c>).</summary>
internal class HuggingFaceDiscussions(IHuggingFaceApi api) : ISourceConnector
{
    // The list tells when a discussion began, not when it was last added to: one that grows is found again for so long.
    private static readonly TimeSpan Growth = TimeSpan.FromDays(14);

    public SourceKind ItemKind => SourceKind.HuggingFaceDiscussion;

    public virtual string Name => "huggingface-discussions";

    public virtual SourceTarget Target => SourceTarget.Model;

    /// <summary>As the API's paths have it.</summary>
    protected virtual string Repositories => "models";

    public async Task<IReadOnlyList<ItemFacts>> ListAsync(string target, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var (org, name) = (target.Split('/')[0], target.Split('/')[1]);
        if (name != "*")
        {
            return await ListAsync(org, name, since, cancellationToken);
        }

        var found = new List<ItemFacts>();
        var models =
            await api.ListModelsAsync(org, cancellationToken)
            ?? throw new UnreadableException($"Hugging Face served no list of the models of {org}");
        foreach (var model in models)
        {
            found.AddRange(await ListOneOfManyAsync(org, model.Id.Split('/')[^1], since, isOnly: models.Count == 1, cancellationToken));
        }

        return found;
    }

    // A model that is gated, gone or broken ends only itself; a host that asks for a pause ends the poll.
    private async Task<List<ItemFacts>> ListOneOfManyAsync(
        string org,
        string name,
        DateTimeOffset since,
        bool isOnly,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await ListAsync(org, name, since, cancellationToken);
        }
        catch (Exception error)
            when (!isOnly
                && !cancellationToken.IsCancellationRequested
                && UpstreamFault.OfAny(error, default) is { Kind: not FaultKind.Limited, NotAsked: false } fault
            )
        {
            ConditionalRequest.Current?.Skip($"{org}/{name}: {fault.Detail}");
            return [];
        }
    }

    private async Task<List<ItemFacts>> ListAsync(string org, string name, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var found = new List<ItemFacts>();
        for (var page = 0; await FurtherPage.TryAsync(page, () => ListPageAsync(page)) is { } list; page++)
        {
            var discussions = list.Discussions;
            var recent = discussions.Where(discussion => discussion.CreatedAt >= since - Growth).ToList();
            found.AddRange(recent.SelectReadable(FactsOf));
            if (recent.Count < discussions.Count || discussions.Count == 0)
            {
                break;
            }
        }

        return found;

        async Task<ModelDiscussionPage> ListPageAsync(int page) =>
            await api.ListDiscussionsAsync(Repositories, org, name, page, cancellationToken)
            ?? throw new UnreadableException($"Hugging Face served no list of the discussions of {org}/{name}");
    }

    public async Task<FetchedItem> FetchAsync(ItemAddress address, CancellationToken cancellationToken)
    {
        var discussion =
            await api.GetDiscussionAsync(
                address.IsOnDataset ? "datasets" : "models",
                address.Owner,
                address.Name,
                address.Id,
                cancellationToken
            ) ?? throw new UnreadableException($"Hugging Face served nothing for {address.Url}");
        var comments = discussion.Events.Where(entry => entry.IsComment).ToList();
        return new FetchedItem
        {
            Facts = FactsOf(discussion, comments),
            State = discussion.Status,
            Parts = [.. comments.Select((comment, index) => comment.AsPart(index == 0 ? SectionKind.Body : SectionKind.Comment))],
        };
    }

    internal static ItemFacts FactsOf(ListedDiscussion discussion) =>
        new()
        {
            Address = AddressOf(discussion.Repo, discussion.Num),
            Title = discussion.Title,
            Author = discussion.Author?.Name,
            IsPullRequest = discussion.IsPullRequest,
            Comments = Math.Max(0, discussion.NumComments - 1),
            Reactions = discussion.NumReactionUsers,
            PublishedAt = discussion.CreatedAt,
            UpdatedAt = discussion.CreatedAt,
        };

    private static ItemFacts FactsOf(ModelDiscussion discussion, List<HubEvent> comments) =>
        new()
        {
            Address = AddressOf(discussion.Repo, discussion.Num),
            Title = discussion.Title,
            Author = discussion.Author?.Name,
            IsPullRequest = discussion.IsPullRequest,
            Comments = Math.Max(0, comments.Count - 1),
            Reactions = comments.FirstOrDefault()?.Reactions ?? 0,
            PublishedAt = discussion.CreatedAt,
            UpdatedAt = discussion.CreatedAt,
        };

    private static ItemAddress AddressOf(HubRepository repository, int number) =>
        ItemAddress.Of(
            string.Create(
                CultureInfo.InvariantCulture,
                $"https://huggingface.co/{(repository.Type == "dataset" ? "datasets/" : "")}{repository.Name}/discussions/{number}"
            )
        ) ?? throw new UnreadableException($"Hugging Face gives a discussion the repository {repository.Name}, which is none");
}
