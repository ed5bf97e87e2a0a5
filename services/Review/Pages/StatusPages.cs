using Microsoft.AspNetCore.Http.HttpResults;
using NewsEducator.Contracts;
using NewsEducator.Review.Candidates.Queue;
using NewsEducator.Review.Data;
using NewsEducator.Review.Policies;
using Refit;

namespace NewsEducator.Review.Pages;

/// <summary>How sources, pipeline and what is published stand.</summary>
internal static class StatusPages
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    // As many as the Collector lists at once.
    private const int SourcesInAList = 200;

    /// <param name="said">What became of an editor's change.</param>
    /// <param name="after">The last source of the page before.</param>
    public static async Task<RazorComponentResult> Sources(
        ReviewDb db,
        ISourcesApi sources,
        HostCalls hosts,
        HttpContext http,
        CancellationToken cancellationToken,
        string? said = null,
        string? after = null
    )
    {
        var asked = hosts.ListAsync(cancellationToken);
        var stages = (await GetPipeline.Handle(db, cancellationToken)).Value!;
        var listed = await AskAsync(token => sources.ListSourcesAsync(after, token), cancellationToken);
        return new RazorComponentResult<SourcesPage>(
            new
            {
                Reader = Reader.Of(http),
                Stages = stages
                    .OrderBy(stage => stage.State)
                    .Select(stage => new StageLine(stage.State, stage.Count, stage.Oldest))
                    .ToList(),
                Sources = listed ?? [],
                Next = listed is { Count: SourcesInAList } ? listed[^1].Id : null,
                Asked = await asked,
                Unreachable = listed is null,
                Message = said switch
                {
                    "away" => Reader.Of(http).T("page.sources-unreachable"),
                    "file" => Reader.Of(http).T("source.import-file"),
                    _ => CarriedMessage.Open(http, said),
                },
            }
        );
    }

    /// <param name="before">The time of the last finding of the page before.</param>
    public static async Task<RazorComponentResult> Drift(
        DateTimeOffset? before,
        IComplianceApi compliance,
        HttpContext http,
        CancellationToken cancellationToken
    )
    {
        var found = await AskAsync(token => compliance.ListDriftAsync(before, token), cancellationToken);
        return new RazorComponentResult<DriftPage>(
            new
            {
                Reader = Reader.Of(http),
                Found = found ?? [],
                Unreachable = found is null,
            }
        );
    }

    /// <returns>Null where the service that knows it does not answer.</returns>
    private static async Task<T?> AskAsync<T>(Func<CancellationToken, Task<T>> ask, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            return await ask(cancellationToken).WaitAsync(Patience, TimeProvider.System, cancellationToken);
        }
        catch (Exception error) when (error is ApiException or HttpRequestException or TimeoutException or Polly.ExecutionRejectedException)
        {
            return null;
        }
    }
}

/// <summary>How many candidates stand somewhere, and since when the oldest.</summary>
public sealed record StageLine(CandidateState State, int Count, DateTimeOffset Oldest);
