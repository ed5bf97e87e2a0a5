using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using NewsEducator.Contracts;
using NewsEducator.Review.Candidates;
using NewsEducator.Review.Data;
using NewsEducator.Review.Notes;
using Refit;

namespace NewsEducator.Review.Pages;

/// <summary>How sources, pipeline and what is published stand, and with which settings and rules the product runs.</summary>
internal static class StandingPages
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public static async Task<RazorComponentResult<SourcesPage>> Sources(ReviewDb db, ISourcesApi sources, HttpContext http, CancellationToken cancellationToken)
    {
        var stages = (await GetPipeline.Handle(db, cancellationToken)).Value!;
        var standing = await AskAsync(token => sources.ListSourcesAsync(null, token), cancellationToken);
        return new RazorComponentResult<SourcesPage>(new
        {
            Reader = Reader.Of(http),
            Stages = stages.OrderBy(stage => stage.State).Select(stage => new StageLine(stage.State, stage.Count, stage.Oldest)).ToList(),
            Sources = standing ?? [],
            Unreachable = standing is null,
        });
    }

    /// <param name="before">The time of the last finding of the page before.</param>
    public static async Task<RazorComponentResult<DriftPage>> Drift(DateTimeOffset? before, IComplianceApi compliance, HttpContext http, CancellationToken cancellationToken)
    {
        var found = await AskAsync(token => compliance.ListDriftAsync(before, token), cancellationToken);
        return new RazorComponentResult<DriftPage>(new { Reader = Reader.Of(http), Found = found ?? [], Unreachable = found is null });
    }

    public static async Task<RazorComponentResult<SettingsPage>> Settings(
        IOptions<ReviewOptions> review, IOptions<NotesOptions> notes, IComplianceApi compliance, HttpContext http, CancellationToken cancellationToken) => new(new
        {
            Reader = Reader.Of(http),
            Sections = (IReadOnlyList<SettingsInForce>)[SettingsInForce.Of(ReviewOptions.Section, review.Value), SettingsInForce.Of(NotesOptions.Section, notes.Value)],
            Policy = await AskAsync(compliance.GetPolicyAsync, cancellationToken),
        });

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
