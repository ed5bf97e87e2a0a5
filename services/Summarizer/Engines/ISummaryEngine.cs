using NewsEducator.Contracts;

namespace NewsEducator.Summarizer.Engines;

/// <summary>Writes the summary of a snapshot.</summary>
internal interface ISummaryEngine
{
    /// <param name="afresh">Not what was written of the same snapshot before.</param>
    Task<Draft> WriteAsync(Snapshot snapshot, bool afresh, CancellationToken cancellationToken);
}
