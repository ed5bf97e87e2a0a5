using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using NewsEducator.Contracts;
using NewsEducator.Review.Candidates;
using NewsEducator.Review.Data;
using NewsEducator.Review.Notes;
using Refit;

namespace NewsEducator.Review.Pages;

/// <summary>How the sources and the pipeline stand, and with which settings the service runs.</summary>
internal static class StandingPages
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public static async Task<RazorComponentResult<SourcesPage>> Sources(ReviewDb db, ISourcesApi sources, HttpContext http, CancellationToken cancellationToken)
    {
        var stages = (await GetPipeline.Handle(db, cancellationToken)).Value!;
        var standing = await ListAsync(sources, cancellationToken);
        return new RazorComponentResult<SourcesPage>(new
        {
            Reader = Reader.Of(http),
            Stages = stages.OrderBy(stage => stage.State).Select(stage => new StageLine(stage.State, stage.Count, stage.Oldest)).ToList(),
            Sources = standing ?? [],
            Unreachable = standing is null,
        });
    }

    public static RazorComponentResult<SettingsPage> Settings(IOptions<ReviewOptions> review, IOptions<NotesOptions> notes, HttpContext http) => new(new
    {
        Reader = Reader.Of(http),
        Sections = (IReadOnlyList<SettingsInForce>)[SettingsInForce.Of(ReviewOptions.Section, review.Value), SettingsInForce.Of(NotesOptions.Section, notes.Value)],
    });

    private static async Task<List<SourceStanding>?> ListAsync(ISourcesApi sources, CancellationToken cancellationToken)
    {
        try
        {
            return await sources.ListSourcesAsync(null, cancellationToken).WaitAsync(Patience, TimeProvider.System, cancellationToken);
        }
        catch (Exception error) when (error is ApiException or HttpRequestException or TimeoutException or Polly.ExecutionRejectedException)
        {
            return null;
        }
    }
}
