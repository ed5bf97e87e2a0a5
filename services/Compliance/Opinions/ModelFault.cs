using System.ClientModel;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace NewsEducator.Compliance.Opinions;

/// <summary>What became of a question that was not answered.</summary>
internal static class ModelFault
{
    public const string Slow = "slow";

    public static string OutcomeOf(Exception error) =>
        error switch
        {
            TimeoutRejectedException => Slow,
            BrokenCircuitException => "left-alone",
            _ => "failed",
        };

    // The words of an error are the model's server's, which may repeat the source in them.
    public static void Tell(ILogger logger, Guid itemId, string outcome, Exception? cause) =>
        logger.LogWarning(
            "No second opinion on {ItemId}: {Outcome} {Error} {Status}",
            itemId,
            outcome,
            cause?.GetType().Name,
            (cause as ClientResultException)?.Status
        );
}
