using System.Diagnostics;

namespace NewsEducator.ServiceDefaults;

/// <summary>Passes the ids of a trace on, from message to message and into logs, where nobody receives its spans: they are made without
/// anything in them.</summary>
/// <remarks>A sampler that records nothing also ends the chain at each parent that it does not take for a remote one.</remarks>
internal static class TraceIds
{
    private static ActivityListener? _listener;

    /// <param name="sources">Whose spans lead from one service to the next, by name; the first call in a process decides.</param>
    public static void PassOn(Func<string, bool> sources)
    {
        var listener = new ActivityListener
        {
            ShouldListenTo = source => sources(source.Name),
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.PropagationData,
            SampleUsingParentId = (ref ActivityCreationOptions<string> _) => ActivitySamplingResult.PropagationData,
        };
        if (Interlocked.CompareExchange(ref _listener, listener, null) is null)
        {
            ActivitySource.AddActivityListener(listener);
        }
    }
}
