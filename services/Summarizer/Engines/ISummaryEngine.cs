using NewsEducator.Contracts;

namespace NewsEducator.Summarizer.Engines;

/// <summary>Writes the summary of a snapshot.</summary>
internal interface ISummaryEngine
{
    Task<Draft> WriteAsync(Snapshot snapshot, CancellationToken cancellationToken);
}
