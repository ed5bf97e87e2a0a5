namespace NewsEducator.ServiceDefaults.Messaging;

/// <summary>Spreads what would otherwise all come due at the same moment.</summary>
internal static class Jitter
{
    private const double Share = 0.2;

    /// <returns>The pause, up to a fifth shorter or longer.</returns>
    public static TimeSpan Of(TimeSpan pause) => pause * (1 - Share + (2 * Share * Random.Shared.NextDouble()));
}
