using Refit;

namespace NewsEducator.Collector.Connectors.GitHub;

/// <summary>GitHub's GraphQL API: discussions are served nowhere else.</summary>
internal interface IGitHubGraph
{
    [Post("/graphql")]
    Task<DiscussionAnswer?> QueryAsync([Body] DiscussionQuery query, CancellationToken cancellationToken);
}
