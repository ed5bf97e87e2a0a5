using Refit;

namespace NewsEducator.Collector.Connectors.HuggingFace;

/// <summary>The part of the Hub's API that is used.</summary>
/// <remarks>Null stands for an answer of status 200 with nothing in it.</remarks>
internal interface IHuggingFaceApi
{
    [Get("/api/daily_papers?limit=100")]
    Task<IReadOnlyList<DailyPaper>?> ListPapersAsync(CancellationToken cancellationToken);

    [Get("/api/papers/{id}?field=comments")]
    Task<Paper?> GetPaperAsync(string id, CancellationToken cancellationToken);

    /// <summary>Of an organisation, those that changed last first.</summary>
    [Get("/api/models?sort=lastModified&direction=-1&limit=10")]
    Task<IReadOnlyList<HubModel>?> ListModelsAsync(string author, CancellationToken cancellationToken);

    /// <param name="kind">models or datasets.</param>
    /// <summary>The newest first, 50 a page; pages count from 0.</summary>
    [Get("/api/{kind}/{org}/{name}/discussions")]
    Task<ModelDiscussionPage?> ListDiscussionsAsync(
        string kind,
        string org,
        string name,
        [AliasAs("p")] int page,
        CancellationToken cancellationToken
    );

    [Get("/api/{kind}/{org}/{name}/discussions/{number}")]
    Task<ModelDiscussion?> GetDiscussionAsync(string kind, string org, string name, string number, CancellationToken cancellationToken);
}

internal sealed record HubModel
{
    /// <summary><c>org/name</c>.</summary>
    public required string Id { get; init; }
}
