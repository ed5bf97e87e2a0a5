using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NewsEducator.Compliance.Data;
using NewsEducator.Compliance.Outcomes;
using NewsEducator.Compliance.Policies;
using NewsEducator.Compliance.Screenings;
using Refit;

namespace NewsEducator.Compliance.Previews;

/// <summary>Screens again what was screened, under two policies at once. Keeps nothing and tells nobody.</summary>
/// <remarks>Rows are streamed and only a few snapshots are in memory at a time, however many items there are.</remarks>
internal sealed class Replay(ComplianceDb db, ReadInput inputs, IOptions<ComplianceOptions> options)
{
    /// <param name="Read">False if its snapshot could not be read.</param>
    internal sealed record Result(bool Read, ChangedVerdict? Flip);

    private sealed record Stored(Screening Screening, CandidateOutcome? Outcome);

    /// <returns>One result for each item, in the order in which they are ready.</returns>
    public async IAsyncEnumerable<Result> RunAsync(
        IQueryable<Screening> screenings,
        Policy inForce,
        Policy proposed,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var results = Channel.CreateBounded<Result>(options.Value.PreviewConcurrency);
        var work = WorkAsync(screenings, inForce, proposed, results.Writer, stop.Token);
        try
        {
            await foreach (var result in results.Reader.ReadAllAsync(cancellationToken))
            {
                yield return result;
            }
        }
        finally
        {
            await stop.CancelAsync();
            await work;
        }
    }

    private async Task WorkAsync(
        IQueryable<Screening> screenings,
        Policy inForce,
        Policy proposed,
        ChannelWriter<Result> results,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var stored = screenings
                .Select(screening => new Stored(
                    screening,
                    db.Outcomes.FirstOrDefault(outcome => outcome.CandidateId == screening.CandidateId)
                ))
                .AsAsyncEnumerable();
            var parallel = new ParallelOptions
            {
                MaxDegreeOfParallelism = options.Value.PreviewConcurrency,
                CancellationToken = cancellationToken,
            };
            await Parallel.ForEachAsync(
                stored,
                parallel,
                async (each, token) => await results.WriteAsync(await ReplayAsync(each, inForce, proposed, token), token)
            );
            results.Complete();
        }
        catch (Exception error)
        {
            // The reader of the results gets it, or has left already.
            results.Complete(error);
        }
    }

    private async Task<Result> ReplayAsync(Stored stored, Policy inForce, Policy proposed, CancellationToken cancellationToken)
    {
        var request = stored.Screening.Request!;
        try
        {
            var input = await inputs.ReadAsync(request, inForce, cancellationToken);
            var before = Screen.Run(input);
            return new Result(
                true,
                ChangedVerdict.Between(request, stored.Outcome?.State, before.Verdict, before.Findings, Screen.Run(input.Under(proposed)))
            );
        }
        catch (ApiExceptionBase)
        {
            return new Result(false, null);
        }
    }
}
